package org.defcore.client.compute;

import static org.defcore.client.compute.ServerClient.path;
import static org.defcore.client.compute.ServerClient.wrap;

import java.util.Map;
import org.defcore.http.Answer;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.message.PercentEncoding;

/** Calls on the metadata of servers. */
public final class ServerMetadataClient {

  private final ServiceEndpoint compute;

  public ServerMetadataClient(ServiceEndpoint compute) {
    this.compute = compute;
  }

  /** {@code GET /servers/{id}/metadata} */
  public Map<String, String> listMetadata(String server) {
    return metadata(compute.get(all(server)).expect(200));
  }

  /** {@code PUT /servers/{id}/metadata}: these take the place of all that were there. */
  public Map<String, String> replaceMetadata(String server, Map<String, String> metadata) {
    return metadata(
        compute.put(all(server)).json(wrap("metadata", Metadata.json(metadata))).expect(200));
  }

  /** {@code POST /servers/{id}/metadata}: these are added to what is there. */
  public Map<String, String> updateMetadata(String server, Map<String, String> metadata) {
    return metadata(
        compute.post(all(server)).json(wrap("metadata", Metadata.json(metadata))).expect(200));
  }

  /** {@code GET /servers/{id}/metadata/{key}} */
  public Map<String, String> getItem(String server, String key) {
    return compute.get(one(server, key)).expect(200).as(MetadataItemEnvelope.class).meta();
  }

  /** {@code PUT /servers/{id}/metadata/{key}} */
  public Map<String, String> setItem(String server, String key, String value) {
    Answer answer =
        compute
            .put(one(server, key))
            .json(wrap("meta", Metadata.json(Map.of(key, value))))
            .expect(200);
    return answer.as(MetadataItemEnvelope.class).meta();
  }

  /** {@code DELETE /servers/{id}/metadata/{key}} */
  public void deleteItem(String server, String key) {
    compute.delete(one(server, key)).expect(204);
  }

  private static Map<String, String> metadata(Answer answer) {
    return answer.as(MetadataEnvelope.class).metadata();
  }

  private static String all(String server) {
    return path(server) + "/metadata";
  }

  private static String one(String server, String key) {
    return all(server) + "/" + PercentEncoding.encode(key);
  }
}
