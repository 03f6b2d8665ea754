package org.defcore.client.compute;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Map;
import org.defcore.http.Call;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.message.PercentEncoding;

/** Calls on the metadata of one server, at {@code /servers/{id}/metadata}. */
public final class ServerMetadataClient {

  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final ServiceEndpoint compute;
  private final String path;

  ServerMetadataClient(ServiceEndpoint compute, String path) {
    this.compute = compute;
    this.path = path;
  }

  public String path() {
    return path;
  }

  /** {@code GET} of all. */
  public Map<String, String> list() {
    return texts("metadata", compute.get(path));
  }

  /** {@code PUT} to all: these take the place of those that were there. */
  public Map<String, String> replace(Map<String, String> metadata) {
    return texts("metadata", compute.put(path).json(Map.of("metadata", metadata)));
  }

  /** {@code POST} to all: these are added to those that are there. */
  public Map<String, String> update(Map<String, String> metadata) {
    return texts("metadata", compute.post(path).json(Map.of("metadata", metadata)));
  }

  /** {@code GET} of one, by its key. */
  public Map<String, String> getItem(String key) {
    return texts("meta", compute.get(one(key)));
  }

  /** {@code PUT} to one, by its key. */
  public Map<String, String> setItem(String key, String value) {
    return texts("meta", compute.put(one(key)).json(Map.of("meta", Map.of(key, value))));
  }

  /** {@code DELETE} of one, by its key. */
  public void deleteItem(String key) {
    compute.delete(one(key)).expect(204);
  }

  private String one(String key) {
    return path + "/" + PercentEncoding.encode(key);
  }

  private static Map<String, String> texts(String key, Call call) {
    return call.expect(200).one(key, TEXTS);
  }
}
