package org.defcore.client.compute;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.client.Accepted;
import org.defcore.client.MetadataClient;
import org.defcore.client.Refusable;
import org.defcore.client.Resource;
import org.defcore.client.ResourceCalls;
import org.defcore.client.ResourceCalls.Statuses;
import org.defcore.client.Wanted;
import org.defcore.http.Answer;
import org.defcore.http.Call;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.json.Envelope;
import org.defcore.http.message.PercentEncoding;

/**
 * Calls on one server beside the five verbs, at 2.1. Those that end in {@code UnlessRefused} give
 * nothing if a cloud declined in due form: with a status that the API reference has for that call,
 * and a fault in the body.
 */
public final class ServerClient {

  private static final String REQUEST = "x-openstack-request-id";
  private static final Refusable LOG = new Refusable(200, List.of(403));
  private static final Refusable ATTACHMENT = new Refusable(200, List.of(400, 403, 409));

  private final ServiceEndpoint compute;
  private final String path;

  ServerClient(ServiceEndpoint compute, String id) {
    this.compute = compute;
    this.path = "/servers/" + PercentEncoding.encode(id);
  }

  /** {@code PUT /servers/{id}} with these fields. */
  public Server.Updated update(Wanted changes) {
    Call call = compute.put(path).json(Map.of("server", changes));
    return call.expect(200).one("server", Server.Updated.class);
  }

  /** {@code POST /servers/{id}/action}, answered without a body; the id of the call, if told. */
  public Optional<String> act(ServerAction action) {
    Answer accepted = accepted(action).withoutBody();
    return accepted.header("x-compute-request-id").or(() -> accepted.header(REQUEST));
  }

  /**
   * As {@link #act}.
   *
   * @return the service's own id of the call
   */
  public Optional<String> actUnlessRefused(ServerAction action) {
    return acceptedUnlessRefused(action).map(it -> request(it.withoutBody()));
  }

  /** {@code POST /servers/{id}/action} with {@code rebuild}. */
  public Server.Rebuilt rebuild(Wanted server) {
    return rebuilt(accepted(ServerAction.rebuild(server)));
  }

  /** As {@link #rebuild}. */
  public Optional<Server.Rebuilt> rebuildUnlessRefused(Wanted server) {
    return acceptedUnlessRefused(ServerAction.rebuild(server)).map(ServerClient::rebuilt);
  }

  /**
   * {@code POST /servers/{id}/action} with {@code createImage}.
   *
   * @return id of the image to come, the end of the {@code Location}
   */
  public String createImage(Wanted image) {
    return imageId(accepted(ServerAction.createImage(image)));
  }

  /** As {@link #createImage}. */
  public Optional<Accepted<String>> createImageUnlessRefused(Wanted image) {
    return acceptedUnlessRefused(ServerAction.createImage(image))
        .map(it -> new Accepted<>(imageId(it), request(it)));
  }

  /**
   * {@code POST /servers/{id}/action} with {@code os-getConsoleOutput}: all that the server's
   * console has kept.
   */
  public String getConsoleOutput() {
    Call call = compute.post(path + "/action").json(Map.of("os-getConsoleOutput", Map.of()));
    return call.expect(200).one("output", String.class);
  }

  /** The metadata, at {@code /servers/{id}/metadata}. */
  public MetadataClient metadata() {
    return new MetadataClient(compute, path + "/metadata", 204);
  }

  /** The tags, at {@code /servers/{id}/tags}. */
  public TagClient tags() {
    return new TagClient(compute, path + "/tags");
  }

  /** The security groups of its ports, which can be listed only. */
  public Resource<ProxiedGroup> securityGroups() {
    return new Resource<>(compute, ProxiedGroup.calls(path), ProxiedGroup.class);
  }

  /** The action log, at {@code /servers/{id}/os-instance-actions}, by ids of requests. */
  public Resource<InstanceAction> actions() {
    Statuses readOnly = new Statuses(202, 200, 204);
    return part("os-instance-actions", "instanceAction", readOnly, InstanceAction.class);
  }

  /** The name of the action that the log has by a request; nothing where users may not read it. */
  public Optional<String> loggedAction(String request) {
    return LOG.send(compute.get(actions().path(request)))
        .map(it -> it.json().at("/instanceAction/action").asText());
  }

  /** The volumes, at {@code /servers/{id}/os-volume_attachments}, by their own ids. */
  public Resource<VolumeAttachment> attachments() {
    Statuses statuses = new Statuses(200, 202, 202);
    return part("os-volume_attachments", "volumeAttachment", statuses, VolumeAttachment.class);
  }

  /** {@code POST /servers/{id}/os-volume_attachments} */
  public VolumeAttachment attach(String volume) {
    return attachments().create(Map.of("volumeId", volume));
  }

  /** As {@link #attach}. */
  public Optional<Accepted<VolumeAttachment>> attachUnlessRefused(String volume) {
    Map<String, Map<String, String>> body = Map.of("volumeAttachment", Map.of("volumeId", volume));
    return ATTACHMENT
        .send(compute.post(attachments().path()).json(body))
        .map(it -> new Accepted<>(it.one("volumeAttachment", VolumeAttachment.class), request(it)));
  }

  private <T> Resource<T> part(String name, String one, Statuses statuses, Class<T> shape) {
    String all = path + "/" + name;
    return new Resource<>(
        compute, new ResourceCalls(all, one, one + "s", statuses, Envelope.CLOSED), shape);
  }

  private Answer accepted(ServerAction action) {
    return call(action).expect(action.answers().success());
  }

  private Optional<Answer> acceptedUnlessRefused(ServerAction action) {
    return action.answers().send(call(action));
  }

  private Call call(ServerAction action) {
    return compute.post(path + "/action").json(Map.of(action.name(), action.fields()));
  }

  private static Server.Rebuilt rebuilt(Answer accepted) {
    return accepted.one("server", Server.Rebuilt.class);
  }

  private static String imageId(Answer accepted) {
    String location = accepted.withoutBody().requiredHeader("Location");
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private static String request(Answer accepted) {
    return accepted.requiredHeader(REQUEST);
  }
}
