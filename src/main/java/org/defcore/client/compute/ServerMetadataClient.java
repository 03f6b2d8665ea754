package org.defcore.client.compute;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Map;
import org.defcore.http.Call;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.message.PercentEncoding;

/** Calls on the metadata of servers. */
public final class ServerMetadataClient {

  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final ServiceEndpoint compute;

  ServerMetadataClient(ServiceEndpoint compute) {
    this.compute = compute;
  }

  /** {@code GET /servers/{id}/metadata} */
  public Map<String, String> listMetadata(String server) {
    return texts("metadata", compute.get(all(server)));
  }

  /** {@code PUT /servers/{id}/metadata}: these take the place of all that were there. */
  public Map<String, String> replaceMetadata(String server, Map<String, String> metadata) {
    return texts("metadata", compute.put(all(server)).json(Map.of("metadata", metadata)));
  }

  /** {@code POST /servers/{id}/metadata}: these are added to what is there. */
  public Map<String, String> updateMetadata(String server, Map<String, String> metadata) {
    return texts("metadata", compute.post(all(server)).json(Map.of("metadata", metadata)));
  }

  /** {@code GET /servers/{id}/metadata/{key}} */
  public Map<String, String> getItem(String server, String key) {
    return texts("meta", compute.get(one(server, key)));
  }

  /** {@code PUT /servers/{id}/metadata/{key}} */
  public Map<String, String> setItem(String server, String key, String value) {
    return texts("meta", compute.put(one(server, key)).json(Map.of("meta", Map.of(key, value))));
  }

  /** {@code DELETE /servers/{id}/metadata/{key}} */
  public void deleteItem(String server, String key) {
    compute.delete(one(server, key)).expect(204);
  }

  private static Map<String, String> texts(String key, Call call) {
    return call.expect(200).one(key, TEXTS);
  }

  private static String all(String server) {
    return "/servers/" + PercentEncoding.encode(server) + "/metadata";
  }

  private static String one(String server, String key) {
    return all(server) + "/" + PercentEncoding.encode(key);
  }
}
