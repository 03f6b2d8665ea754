package org.defcore.client.volume;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.defcore.client.Refusable;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.message.PercentEncoding;

/**
 * Calls, at 3.0, for what a block store need not be able to do. Each gives nothing if it was
 * refused in due form: with a status by which the service says that it will not or cannot, and a
 * fault in the body. Its API reference lists no refusals call by call, so these are those of its
 * list for all calls that can be meant: 400, 403, 409 and 501. Not 413: room in the quota is what
 * the caller has to see to. Any other refusal is an unexpected answer.
 */
public final class OptionalVolumeClient {

  private static final Refusable CALL = new Refusable(202, List.of(400, 403, 409, 501));

  private final ServiceEndpoint volume;

  public OptionalVolumeClient(ServiceEndpoint volume) {
    this.volume = volume;
  }

  /** {@code POST /volumes} with something to fill it with. */
  public Optional<Volume> createVolume(NewVolume wanted) {
    return CALL.send(volume.post("/volumes").json(wanted.body()))
        .map(it -> it.as(VolumeEnvelope.class).volume());
  }

  /** {@code POST /volumes/{id}/action} with {@code os-volume_upload_image}. */
  public Optional<AcceptedUpload> uploadImage(String id, String name, String diskFormat) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("os-volume_upload_image").put("image_name", name).put("disk_format", diskFormat);
    return CALL.send(volume.post("/volumes/" + PercentEncoding.encode(id) + "/action").json(body))
        .map(
            it ->
                new AcceptedUpload(
                    it.as(UploadEnvelope.class).upload().imageId(),
                    it.requiredHeader("x-openstack-request-id")));
  }
}
