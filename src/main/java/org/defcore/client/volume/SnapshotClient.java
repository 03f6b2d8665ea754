package org.defcore.client.volume;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.message.PercentEncoding;

/** Calls on snapshots of volumes, at 3.0 by naming no microversion. */
public final class SnapshotClient {

  private static final String SNAPSHOTS = "/snapshots";

  private final ServiceEndpoint volume;

  public SnapshotClient(ServiceEndpoint volume) {
    this.volume = volume;
  }

  /** {@code POST /snapshots} */
  public CreatedSnapshot createSnapshot(String volumeId, String name) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("snapshot").put("volume_id", volumeId).put("name", name);
    return volume
        .post(SNAPSHOTS)
        .json(body)
        .expect(202)
        .as(CreatedSnapshotEnvelope.class)
        .snapshot();
  }

  /** {@code GET /snapshots/{id}} */
  public VolumeSnapshot getSnapshot(String id) {
    return volume.get(path(id)).expect(200).as(SnapshotEnvelope.class).snapshot();
  }

  /** {@code DELETE /snapshots/{id}} */
  public void deleteSnapshot(String id) {
    VolumeClient.withoutBody(volume.delete(path(id)).expect(202));
  }

  private static String path(String id) {
    return SNAPSHOTS + "/" + PercentEncoding.encode(id);
  }
}
