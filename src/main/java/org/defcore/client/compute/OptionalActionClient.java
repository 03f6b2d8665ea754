package org.defcore.client.compute;

import static org.defcore.client.compute.ServerClient.path;
import static org.defcore.client.compute.ServerClient.withoutBody;
import static org.defcore.client.compute.ServerClient.wrap;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.client.Refusable;
import org.defcore.http.Answer;
import org.defcore.http.ServiceEndpoint;

/**
 * Calls, at 2.1, for what a cloud need not do with a server. Each gives nothing if it was refused
 * in due form: with a status that the API reference has for that call, 400, 403 or 409, and a fault
 * in the body. Any other refusal is an unexpected answer.
 */
public final class OptionalActionClient {

  private static final Refusable REBOOT = new Refusable(202, List.of(403, 409));
  private static final Refusable ACTION = new Refusable(202, List.of(400, 403, 409));
  private static final Refusable ATTACHMENT = new Refusable(200, List.of(400, 403, 409));

  private final ServiceEndpoint compute;

  public OptionalActionClient(ServiceEndpoint compute) {
    this.compute = compute;
  }

  /**
   * {@code POST /servers/{id}/action} with {@code reboot}, for which there is no 400.
   *
   * @param type {@code HARD} or {@code SOFT}
   * @return the service's own id of the call
   */
  public Optional<String> rebootServer(String id, String type) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode().put("type", type);
    return act(REBOOT, id, "reboot", fields).map(it -> request(withoutBody(it)));
  }

  /**
   * {@code POST /servers/{id}/action} with {@code resize}.
   *
   * @return the service's own id of the call
   */
  public Optional<String> resizeServer(String id, String flavor) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode().put("flavorRef", flavor);
    return act(ACTION, id, "resize", fields).map(it -> request(withoutBody(it)));
  }

  /** {@code POST /servers/{id}/action} with {@code rebuild}. */
  public Optional<RebuiltServer> rebuildServer(String id, Rebuild rebuild) {
    return act(ACTION, id, "rebuild", rebuild.fields())
        .map(it -> it.as(RebuiltServerEnvelope.class).server());
  }

  /** {@code POST /servers/{id}/action} with {@code createImage}. */
  public Optional<AcceptedImage> createImage(String id, String name, Map<String, String> metadata) {
    return act(ACTION, id, "createImage", ServerClient.imageFields(name, metadata))
        .map(it -> new AcceptedImage(ServerClient.imageId(withoutBody(it)), request(it)));
  }

  /** {@code POST /servers/{id}/os-volume_attachments} */
  public Optional<AcceptedAttachment> attachVolume(String server, String volume) {
    return ATTACHMENT
        .send(
            compute
                .post(VolumeAttachmentClient.all(server))
                .json(VolumeAttachmentClient.wish(volume)))
        .map(
            it ->
                new AcceptedAttachment(
                    it.as(VolumeAttachmentEnvelope.class).volumeAttachment(), request(it)));
  }

  private Optional<Answer> act(Refusable refusable, String id, String action, ObjectNode fields) {
    return refusable.send(compute.post(path(id) + "/action").json(wrap(action, fields)));
  }

  private static String request(Answer accepted) {
    return accepted.requiredHeader("x-openstack-request-id");
  }
}
