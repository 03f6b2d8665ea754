package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.defcore.simcloud.defect.Behaviour;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.RequestIds;

/** What was done with a server, by the ids of the requests. */
final class InstanceActions {

  private static final String ALL = "GET /v2.1/servers/{server}/os-instance-actions";

  private final ServerStore servers;
  private final Defects defects;

  InstanceActions(ServerStore servers, Defects defects) {
    this.servers = servers;
    this.defects = defects;
  }

  /** What most actions are answered with. */
  static Reply accepted() {
    return Reply.empty(202).with("Content-Type", "application/json");
  }

  /** Notes an action under the id that its answer has. */
  static Reply logged(Server server, String action, Reply answer) {
    String id = RequestIds.request();
    server.log(action, id);
    return answer.with(ComputeService.REQUEST_ID, id);
  }

  /** As {@link #logged}; some stages later the log says that nothing came of it. */
  static Reply loggedInVain(Server server, String action, Reply answer) {
    Reply logged = logged(server, action, answer);
    String id = logged.field(ComputeService.REQUEST_ID).orElseThrow();
    server.stages().then(() -> server.fail(id));
    return logged;
  }

  List<Operation> operations() {
    return List.of(
        Operation.of("compute.instance-actions.list", ALL, this::list),
        Operation.of("compute.instance-actions.show", ALL + "/{request}", this::show));
  }

  private Reply list(Incoming request) {
    Server server = servers.find(request);
    List<Server.Logged> newestFirst = new ArrayList<>(server.log());
    Collections.reverse(newestFirst);
    if (defects.on(Behaviour.ACTIONS_OMITTED)) {
      newestFirst.removeIf(it -> it.action().equals("create"));
    }
    ArrayNode items = Json.array();
    newestFirst.forEach(it -> items.add(body(request, server, it)));
    return Reply.json(200, Json.wrap("instanceActions", items));
  }

  private Reply show(Incoming request) {
    Server server = servers.find(request);
    String id = request.part("request");
    Server.Logged logged =
        server.log().stream()
            .filter(it -> it.requestId().equals(id))
            .findFirst()
            .orElseThrow(() -> ComputeFaults.notFound("Action " + id + " not found"));
    ObjectNode body = body(request, server, logged);
    if (defects.on(Behaviour.ACTION_OTHER)) {
      body.put("action", "suspend");
    }
    if (Microversion.of(request).atLeast(51)) {
      body.set("events", Json.array().add(event(request, server, logged)));
    }
    return Reply.json(200, Json.wrap("instanceAction", body));
  }

  private static ObjectNode body(Incoming request, Server server, Server.Logged logged) {
    String moment = ServerView.moment(logged.moment());
    ObjectNode body =
        Json.object()
            .put("action", logged.action())
            .put("instance_uuid", server.id())
            .put("request_id", logged.requestId())
            .put("user_id", server.origin().owner().userId())
            .put("project_id", server.origin().owner().project())
            .put("start_time", moment)
            .put("message", server.isFailed(logged.requestId()) ? "Error" : null);
    if (Microversion.of(request).atLeast(58)) {
      body.put("updated_at", moment);
    }
    return body;
  }

  private static ObjectNode event(Incoming request, Server server, Server.Logged logged) {
    String moment = ServerView.moment(logged.moment());
    ObjectNode event =
        Json.object()
            .put("event", "compute_" + logged.action())
            .put("start_time", moment)
            .put("finish_time", moment)
            .put("result", server.isFailed(logged.requestId()) ? "Error" : "Success");
    if (Microversion.of(request).atLeast(62)) {
      event.put("hostId", ServerView.hostId(server));
    }
    return event;
  }
}
