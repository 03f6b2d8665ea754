package org.defcore.client.compute;

import static org.defcore.client.compute.ServerClient.path;
import static org.defcore.client.compute.ServerClient.withoutBody;
import static org.defcore.client.compute.ServerClient.wrap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.defcore.http.Answer;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.message.PercentEncoding;

/** Calls on the volumes of servers. */
public final class VolumeAttachmentClient {

  private final ServiceEndpoint compute;

  public VolumeAttachmentClient(ServiceEndpoint compute) {
    this.compute = compute;
  }

  /** {@code POST /servers/{id}/os-volume_attachments} */
  public VolumeAttachment attachVolume(String server, String volume) {
    Answer answer = compute.post(all(server)).json(wish(volume)).expect(200);
    return answer.as(VolumeAttachmentEnvelope.class).volumeAttachment();
  }

  /** {@code GET /servers/{id}/os-volume_attachments} */
  public List<VolumeAttachment> listAttachments(String server) {
    Answer answer = compute.get(all(server)).expect(200);
    return answer.as(VolumeAttachmentsEnvelope.class).volumeAttachments();
  }

  /** {@code GET /servers/{id}/os-volume_attachments/{volume}} */
  public VolumeAttachment getAttachment(String server, String volume) {
    Answer answer = compute.get(one(server, volume)).expect(200);
    return answer.as(VolumeAttachmentEnvelope.class).volumeAttachment();
  }

  /** {@code DELETE /servers/{id}/os-volume_attachments/{volume}} */
  public void detachVolume(String server, String volume) {
    withoutBody(compute.delete(one(server, volume)).expect(202));
  }

  static ObjectNode wish(String volume) {
    return wrap("volumeAttachment", Metadata.json(Map.of("volumeId", volume)));
  }

  static String all(String server) {
    return path(server) + "/os-volume_attachments";
  }

  private static String one(String server, String volume) {
    return all(server) + "/" + PercentEncoding.encode(volume);
  }
}
