package org.defcore.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Map;
import org.defcore.http.Call;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.message.PercentEncoding;

/** Calls on the metadata of one resource, as a whole and key by key. */
public final class MetadataClient {

  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final ServiceEndpoint service;
  private final String path;
  private final int deleted;

  /**
   * @param path of the metadata: {@code /servers/{id}/metadata}
   * @param deleted status of the answer to the deletion of a key
   */
  public MetadataClient(ServiceEndpoint service, String path, int deleted) {
    this.service = service;
    this.path = path;
    this.deleted = deleted;
  }

  public String path() {
    return path;
  }

  /** {@code GET} of all. */
  public Map<String, String> list() {
    return texts("metadata", service.get(path));
  }

  /** {@code PUT} to all: these take the place of those that were there. */
  public Map<String, String> replace(Map<String, String> metadata) {
    return texts("metadata", service.put(path).json(Map.of("metadata", metadata)));
  }

  /** {@code POST} to all: these are added to those that are there. */
  public Map<String, String> update(Map<String, String> metadata) {
    return texts("metadata", service.post(path).json(Map.of("metadata", metadata)));
  }

  /** {@code GET} of one, by its key. */
  public Map<String, String> getItem(String key) {
    return texts("meta", service.get(one(key)));
  }

  /** {@code PUT} to one, by its key. */
  public Map<String, String> setItem(String key, String value) {
    return texts("meta", service.put(one(key)).json(Map.of("meta", Map.of(key, value))));
  }

  /** {@code DELETE} of one, by its key, answered without a body. */
  public void deleteItem(String key) {
    service.delete(one(key)).expect(deleted).withoutBody();
  }

  private String one(String key) {
    return path + "/" + PercentEncoding.encode(key);
  }

  private static Map<String, String> texts(String key, Call call) {
    return call.expect(200).one(key, TEXTS);
  }
}
