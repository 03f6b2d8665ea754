package org.defcore.client.compute;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import org.defcore.client.CallMicroversion;
import org.defcore.http.Answer;
import org.defcore.http.Call;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.message.PercentEncoding;

/** Calls on the tags of one server, at 2.26. */
public record TagClient(ServiceEndpoint compute, String path) {

  private static final CallMicroversion TAGS = CallMicroversion.compute("2.26");
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  /** {@code GET} of all. */
  public List<String> list() {
    return TAGS.answer(compute.get(path), 200).one("tags", TEXTS);
  }

  /** {@code PUT} to all: these take the place of those that were there. */
  public List<String> replace(List<String> tags) {
    return TAGS.answer(compute.put(path).json(Map.of("tags", tags)), 200).one("tags", TEXTS);
  }

  /** {@code DELETE} of all. */
  public void clear() {
    send(compute.delete(path), 204);
  }

  /** {@code PUT} to one that is not there yet; the answer has its address. */
  public void add(String tag) {
    send(compute.put(path(tag)), 201).requiredHeader("Location");
  }

  /** {@code GET} of one, which answers whether it is there by its status alone. */
  public void require(String tag) {
    send(compute.get(path(tag)), 204);
  }

  /** {@code DELETE} of one. */
  public void remove(String tag) {
    send(compute.delete(path(tag)), 204);
  }

  private String path(String tag) {
    return path + "/" + PercentEncoding.encode(tag);
  }

  private static Answer send(Call call, int status) {
    return TAGS.answer(call, status).withoutBody();
  }
}
