package org.defcore.client.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.client.Query;
import org.defcore.http.Answer;
import org.defcore.http.Call;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.message.PercentEncoding;

/** Calls on servers, at 2.1 by naming no microversion. */
public final class ServerClient {

  private static final String SERVERS = "/servers";

  private final ServiceEndpoint compute;

  public ServerClient(ServiceEndpoint compute) {
    this.compute = compute;
  }

  /** {@code POST /servers}; the answer has to bear the id of the request. */
  public ServerCreation createServer(NewServer server) {
    Answer answer = compute.post(SERVERS).json(server.body()).expect(202);
    CreatedServer created = answer.as(CreatedServerEnvelope.class).server();
    answer.requiredHeader("x-openstack-request-id");
    return new ServerCreation(created, answer.header("x-compute-request-id"));
  }

  /** {@code GET /servers}, the first page only. */
  public List<ServerSummary> listServers(Query... filters) {
    return filtered("", filters).expect(200).as(ServerSummariesEnvelope.class).servers();
  }

  /** {@code GET /servers/detail}, the first page only. */
  public List<Server> listServersInDetail(Query... filters) {
    return filtered("/detail", filters).expect(200).as(ServersEnvelope.class).servers();
  }

  private Call filtered(String path, Query... filters) {
    Call call = compute.get(SERVERS + path);
    for (Query filter : filters) {
      call = call.query(filter.name(), filter.value());
    }
    return call;
  }

  /** {@code GET /servers/{id}} */
  public Server getServer(String id) {
    return compute.get(path(id)).expect(200).as(ServerEnvelope.class).server();
  }

  /** {@code PUT /servers/{id}} with these fields. */
  public UpdatedServer updateServer(String id, Map<String, String> changes) {
    ObjectNode body = wrap("server", Metadata.json(changes));
    Answer answer = compute.put(path(id)).json(body).expect(200);
    return answer.as(UpdatedServerEnvelope.class).server();
  }

  /** {@code DELETE /servers/{id}} */
  public void deleteServer(String id) {
    compute.delete(path(id)).expect(204);
  }

  /**
   * {@code POST /servers/{id}/action} with {@code reboot}.
   *
   * @param type {@code HARD} or {@code SOFT}
   */
  public void rebootServer(String id, String type) {
    act(id, "reboot", fields().put("type", type));
  }

  /** {@code POST /servers/{id}/action} with {@code os-stop}. */
  public void stopServer(String id) {
    act(id, "os-stop", fields());
  }

  /** {@code POST /servers/{id}/action} with {@code os-start}. */
  public void startServer(String id) {
    act(id, "os-start", fields());
  }

  /** {@code POST /servers/{id}/action} with {@code lock}. */
  public void lockServer(String id) {
    act(id, "lock", fields());
  }

  /** {@code POST /servers/{id}/action} with {@code unlock}. */
  public void unlockServer(String id) {
    act(id, "unlock", fields());
  }

  /** {@code POST /servers/{id}/action} with {@code resize}. */
  public void resizeServer(String id, String flavor) {
    act(id, "resize", fields().put("flavorRef", flavor));
  }

  /** {@code POST /servers/{id}/action} with {@code confirmResize}: 204. */
  public void confirmResize(String id) {
    action(id, "confirmResize", fields()).expect(204);
  }

  /** {@code POST /servers/{id}/action} with {@code revertResize}. */
  public void revertResize(String id) {
    act(id, "revertResize", fields());
  }

  /** {@code POST /servers/{id}/action} with {@code rebuild}. */
  public RebuiltServer rebuildServer(String id, Rebuild rebuild) {
    Answer answer = action(id, "rebuild", rebuild.fields()).expect(202);
    return answer.as(RebuiltServerEnvelope.class).server();
  }

  /**
   * {@code POST /servers/{id}/action} with {@code createImage}.
   *
   * @return id of the image to come, the end of the {@code Location}
   */
  public String createImage(String id, String name, Map<String, String> metadata) {
    Answer answer = action(id, "createImage", imageFields(name, metadata)).expect(202);
    return imageId(withoutBody(answer));
  }

  /** What the action {@code createImage} takes. */
  static ObjectNode imageFields(String name, Map<String, String> metadata) {
    ObjectNode fields = fields().put("name", name);
    if (!metadata.isEmpty()) {
      fields.set("metadata", Metadata.json(metadata));
    }
    return fields;
  }

  /** The end of the {@code Location} of an accepted {@code createImage}. */
  static String imageId(Answer accepted) {
    String location = accepted.requiredHeader("Location");
    return location.substring(location.lastIndexOf('/') + 1);
  }

  /**
   * {@code POST /servers/{id}/action} with {@code os-getConsoleOutput}: all that the server's
   * console has kept.
   */
  public String getConsoleOutput(String id) {
    Answer answer = action(id, "os-getConsoleOutput", fields()).expect(200);
    return answer.as(ConsoleOutput.class).output();
  }

  /** {@code GET /images/{id}} */
  public Snapshot getSnapshot(String id) {
    return compute.get(image(id)).expect(200).as(SnapshotEnvelope.class).image();
  }

  /** {@code GET /images/{id}}; nothing if the answer is 404. */
  public Optional<Snapshot> findSnapshot(String id) {
    Answer answer = compute.get(image(id)).send();
    if (answer.status() == 404) {
      return Optional.empty();
    }
    if (answer.status() != 200) {
      throw answer.unexpected("200 or 404", String.valueOf(answer.status()));
    }
    return Optional.of(answer.as(SnapshotEnvelope.class).image());
  }

  /** {@code DELETE /images/{id}} */
  public void deleteSnapshot(String id) {
    compute.delete(image(id)).expect(204);
  }

  /** {@code GET /servers/{id}/ips} by the name of the network. */
  public Map<String, List<BareAddress>> listAddresses(String id) {
    return compute.get(path(id) + "/ips").expect(200).as(AddressesEnvelope.class).addresses();
  }

  /** {@code GET /servers/{id}/os-instance-actions} */
  public List<InstanceAction> listActions(String id) {
    Answer answer = compute.get(path(id) + "/os-instance-actions").expect(200);
    return answer.as(InstanceActionsEnvelope.class).instanceActions();
  }

  /** {@code GET /servers/{id}/os-instance-actions/{request}} */
  public DetailedInstanceAction getAction(String id, String request) {
    String path = path(id) + "/os-instance-actions/" + PercentEncoding.encode(request);
    return compute.get(path).expect(200).as(InstanceActionEnvelope.class).instanceAction();
  }

  private void act(String id, String action, ObjectNode fields) {
    withoutBody(action(id, action, fields).expect(202));
  }

  private Call action(String id, String action, ObjectNode fields) {
    return compute.post(path(id) + "/action").json(wrap(action, fields));
  }

  static Answer withoutBody(Answer answer) {
    int length = answer.bytes().length;
    if (length > 0) {
      throw answer.unexpected("no body with " + answer.status(), length + " bytes");
    }
    return answer;
  }

  static String path(String id) {
    return SERVERS + "/" + PercentEncoding.encode(id);
  }

  private static String image(String id) {
    return "/images/" + PercentEncoding.encode(id);
  }

  private static ObjectNode fields() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ObjectNode wrap(String key, JsonNode value) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set(key, value);
    return body;
  }
}
