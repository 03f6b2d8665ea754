package org.defcore.client.compute;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.client.CallMicroversion;
import org.defcore.client.Query;
import org.defcore.client.Refusable;
import org.defcore.client.Resource;
import org.defcore.client.ResourceCalls;
import org.defcore.client.ResourceCalls.Statuses;
import org.defcore.http.Answer;
import org.defcore.http.Call;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.json.Envelope;

/**
 * Calls on servers, at 2.1 by naming no microversion unless the call says otherwise. Those that end
 * in {@code UnlessRefused} give nothing if a cloud declined in due form: with a status that the API
 * reference has for that call, and a fault in the body.
 */
public final class ServerClient {

  private static final Statuses STATUSES = new Statuses(202, 200, 204);
  private static final ResourceCalls SERVERS =
      new ResourceCalls("/servers", "server", "servers", STATUSES, Envelope.PAGED);
  private static final ResourceCalls SERVERS_IN_DETAIL =
      new ResourceCalls("/servers/detail", "server", "servers", STATUSES, Envelope.PAGED);
  private static final Refusable REBOOT = new Refusable(202, List.of(403, 409));
  private static final Refusable ACTION = new Refusable(202, List.of(400, 403, 409));
  private static final Refusable ATTACHMENT = new Refusable(200, List.of(400, 403, 409));
  private static final CallMicroversion EMBEDDED_FLAVOR = CallMicroversion.compute("2.47");
  private static final CallMicroversion HOST_NAME = CallMicroversion.compute("2.90");

  private final ServiceEndpoint compute;
  private final Resource<Server> servers;

  public ServerClient(ServiceEndpoint compute) {
    this.compute = compute;
    this.servers = new Resource<>(compute, SERVERS, Server.class);
  }

  /** {@code POST /servers}; the answer has to bear the id of the request. */
  public ServerCreation createServer(NewServer server) {
    Answer answer = compute.post("/servers").json(Map.of("server", server.fields())).expect(202);
    ServerCreation.Created created = answer.one("server", ServerCreation.Created.class);
    answer.requiredHeader("x-openstack-request-id");
    return new ServerCreation(created, answer.header("x-compute-request-id"));
  }

  /** {@code GET /servers}, the first page only. */
  public List<ServerSummary> listServers(Query... filters) {
    return servers.as(ServerSummary.class).list(filters);
  }

  /** {@code GET /servers/detail}, the first page only. */
  public List<Server> listServersInDetail(Query... filters) {
    return new Resource<>(compute, SERVERS_IN_DETAIL, Server.class).list(filters);
  }

  /** {@code GET /servers/{id}} */
  public Server getServer(String id) {
    return servers.get(id);
  }

  /** {@code GET /servers/{id}} at 2.47. */
  public SizedServer getSizedServer(String id) {
    return EMBEDDED_FLAVOR
        .expect(200, compute.get(servers.path(id)))
        .one("server", SizedServer.class);
  }

  /** {@code GET /servers/{id}} at 2.90. */
  public NamedHost getNamedHost(String id) {
    return HOST_NAME.expect(200, compute.get(servers.path(id))).one("server", NamedHost.class);
  }

  /** {@code PUT /servers/{id}} with these fields. */
  public UpdatedServer updateServer(String id, Map<String, String> changes) {
    return servers.as(UpdatedServer.class).update(id, changes);
  }

  /** {@code PUT /servers/{id}} at 2.90 with another host name for the guest. */
  public NamedHost updateHostName(String id, String hostName) {
    Map<String, Map<String, String>> body = Map.of("server", Map.of("hostname", hostName));
    return HOST_NAME
        .expect(200, compute.put(servers.path(id)).json(body))
        .one("server", NamedHost.class);
  }

  /** {@code DELETE /servers/{id}} */
  public void deleteServer(String id) {
    servers.delete(id);
  }

  /**
   * {@code POST /servers/{id}/action} with {@code reboot}.
   *
   * @param type {@code HARD} or {@code SOFT}
   */
  public void rebootServer(String id, String type) {
    act(id, "reboot", Map.of("type", type));
  }

  /**
   * As {@link #rebootServer}; the reference has no 400 for it.
   *
   * @return the service's own id of the call
   */
  public Optional<String> rebootServerUnlessRefused(String id, String type) {
    return REBOOT.send(action(id, "reboot", Map.of("type", type))).map(ServerClient::accepted);
  }

  /** {@code POST /servers/{id}/action} with {@code os-stop}. */
  public void stopServer(String id) {
    act(id, "os-stop", Map.of());
  }

  /** {@code POST /servers/{id}/action} with {@code os-start}. */
  public void startServer(String id) {
    act(id, "os-start", Map.of());
  }

  /** {@code POST /servers/{id}/action} with {@code lock}. */
  public void lockServer(String id) {
    act(id, "lock", Map.of());
  }

  /** {@code POST /servers/{id}/action} with {@code unlock}. */
  public void unlockServer(String id) {
    act(id, "unlock", Map.of());
  }

  /** {@code POST /servers/{id}/action} with {@code resize}. */
  public void resizeServer(String id, String flavor) {
    act(id, "resize", Map.of("flavorRef", flavor));
  }

  /**
   * As {@link #resizeServer}.
   *
   * @return the service's own id of the call
   */
  public Optional<String> resizeServerUnlessRefused(String id, String flavor) {
    return ACTION
        .send(action(id, "resize", Map.of("flavorRef", flavor)))
        .map(ServerClient::accepted);
  }

  /** {@code POST /servers/{id}/action} with {@code confirmResize}: 204. */
  public void confirmResize(String id) {
    action(id, "confirmResize", Map.of()).expect(204);
  }

  /** {@code POST /servers/{id}/action} with {@code revertResize}. */
  public void revertResize(String id) {
    act(id, "revertResize", Map.of());
  }

  /** {@code POST /servers/{id}/action} with {@code rebuild}. */
  public RebuiltServer rebuildServer(String id, Rebuild rebuild) {
    return action(id, "rebuild", rebuild).expect(202).one("server", RebuiltServer.class);
  }

  /** As {@link #rebuildServer}. */
  public Optional<RebuiltServer> rebuildServerUnlessRefused(String id, Rebuild rebuild) {
    return ACTION
        .send(action(id, "rebuild", rebuild))
        .map(it -> it.one("server", RebuiltServer.class));
  }

  /**
   * {@code POST /servers/{id}/action} with {@code createImage}.
   *
   * @return id of the image to come, the end of the {@code Location}
   */
  public String createImage(String id, String name, Map<String, String> metadata) {
    return imageId(image(id, name, metadata).expect(202));
  }

  /** As {@link #createImage}. */
  public Optional<Accepted<String>> createImageUnlessRefused(
      String id, String name, Map<String, String> metadata) {
    return ACTION
        .send(image(id, name, metadata))
        .map(it -> new Accepted<>(imageId(it), accepted(it)));
  }

  /**
   * {@code POST /servers/{id}/action} with {@code os-getConsoleOutput}: all that the server's
   * console has kept.
   */
  public String getConsoleOutput(String id) {
    return action(id, "os-getConsoleOutput", Map.of()).expect(200).one("output", String.class);
  }

  /** {@code GET /servers/{id}/ips} by the name of the network. */
  public Map<String, List<BareAddress>> listAddresses(String id) {
    return compute
        .get(servers.path(id) + "/ips")
        .expect(200)
        .one("addresses", new TypeReference<LinkedHashMap<String, List<BareAddress>>>() {});
  }

  /** {@code GET /servers/{id}/os-instance-actions} */
  public List<InstanceAction> listActions(String id) {
    return actions(id).list();
  }

  /** {@code GET /servers/{id}/os-instance-actions/{request}} */
  public InstanceAction.Detailed getAction(String id, String request) {
    return actions(id).as(InstanceAction.Detailed.class).get(request);
  }

  private Resource<InstanceAction> actions(String id) {
    String path = servers.path(id) + "/os-instance-actions";
    return new Resource<>(
        compute,
        new ResourceCalls(path, "instanceAction", "instanceActions", STATUSES, Envelope.CLOSED),
        InstanceAction.class);
  }

  /** The volumes of a server, at {@code /servers/{id}/os-volume_attachments}, by their own ids. */
  public Resource<VolumeAttachment> attachments(String id) {
    String path = servers.path(id) + "/os-volume_attachments";
    return new Resource<>(
        compute,
        new ResourceCalls(
            path,
            "volumeAttachment",
            "volumeAttachments",
            new Statuses(200, 202, 202),
            Envelope.CLOSED),
        VolumeAttachment.class);
  }

  /** {@code POST /servers/{id}/os-volume_attachments} */
  public VolumeAttachment attachVolume(String id, String volume) {
    return attachments(id).create(Map.of("volumeId", volume));
  }

  /** As {@link #attachVolume}. */
  public Optional<Accepted<VolumeAttachment>> attachVolumeUnlessRefused(String id, String volume) {
    Map<String, Map<String, String>> body = Map.of("volumeAttachment", Map.of("volumeId", volume));
    return ATTACHMENT
        .send(compute.post(servers.path(id) + "/os-volume_attachments").json(body))
        .map(it -> new Accepted<>(it.one("volumeAttachment", VolumeAttachment.class), request(it)));
  }

  private void act(String id, String action, Object fields) {
    action(id, action, fields).expect(202).withoutBody();
  }

  private Call action(String id, String action, Object fields) {
    return compute.post(servers.path(id) + "/action").json(Map.of(action, fields));
  }

  private Call image(String id, String name, Map<String, String> metadata) {
    return action(id, "createImage", new NewSnapshot(name, metadata));
  }

  private static String imageId(Answer accepted) {
    String location = accepted.withoutBody().requiredHeader("Location");
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private static String accepted(Answer answer) {
    return request(answer.withoutBody());
  }

  private static String request(Answer accepted) {
    return accepted.requiredHeader("x-openstack-request-id");
  }
}
