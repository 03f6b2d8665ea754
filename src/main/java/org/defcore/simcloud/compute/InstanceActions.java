package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.defcore.simcloud.compute.request.ComputeFaults;
import org.defcore.simcloud.compute.request.ComputeVersions;
import org.defcore.simcloud.kind.Failure;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** The log of the actions on a server, by the ids of the requests. */
final class InstanceActions {

  private static final String ALL = "GET /v2.1/servers/{server}/os-instance-actions";

  private final ServerStore servers;

  InstanceActions(ServerStore servers) {
    this.servers = servers;
  }

  /** The answer to most actions. */
  static Reply accepted() {
    return Reply.empty(202).with("Content-Type", "application/json");
  }

  /** Notes an action under the id that its answer has. */
  static Reply logged(Server server, String action, Reply answer) {
    String id = Ids.request();
    server.log(action, id);
    return answer.with(ComputeService.REQUEST_ID, id);
  }

  /** Notes an action that is accepted and then fails, of which the log may say nothing. */
  static Reply failing(Server server, String action, Failure failure, Reply answer) {
    String id = Ids.request();
    server.begin(action, id, failure);
    server
        .stages()
        .then(
            () -> {
              server.failed(id);
              server.recover(failure.fault());
            });
    return answer.with(ComputeService.REQUEST_ID, id);
  }

  List<Operation> operations() {
    return List.of(
        Operation.of("compute.instance-actions.list", ALL, this::list),
        Operation.of("compute.instance-actions.show", ALL + "/{request}", this::show));
  }

  private Reply list(Incoming request) {
    Server server = servers.find(request);
    ArrayNode items = Json.array();
    server.log().newestFirst().forEach(it -> items.add(body(request, server, it)));
    return Reply.json(200, Json.wrap("instanceActions", items));
  }

  private Reply show(Incoming request) {
    Server server = servers.find(request);
    String id = request.part("request");
    ActionLog.Logged logged =
        server
            .log()
            .find(id)
            .orElseThrow(() -> ComputeFaults.notFound("Action " + id + " not found"));
    ObjectNode body = body(request, server, logged);
    if (ComputeVersions.of(request).atLeast(51)) {
      body.set("events", Json.array().add(event(request, server, logged)));
    }
    return Reply.json(200, Json.wrap("instanceAction", body));
  }

  private static ObjectNode body(Incoming request, Server server, ActionLog.Logged logged) {
    Optional<ActionLog.End> failed = logged.end().filter(ActionLog.End::isFailure);
    ObjectNode body =
        Json.object()
            .put("action", logged.action())
            .put("instance_uuid", server.id())
            .put("request_id", logged.requestId())
            .put("user_id", server.origin().owner().userId())
            .put("project_id", server.origin().owner().project())
            .put("start_time", ServerView.moment(logged.moment()))
            .put("message", failed.map(ActionLog.End::result).orElse(null));
    if (ComputeVersions.of(request).atLeast(58)) {
      Instant last = logged.end().map(ActionLog.End::moment).orElse(logged.moment());
      body.put("updated_at", ServerView.moment(last));
    }
    return body;
  }

  private static ObjectNode event(Incoming request, Server server, ActionLog.Logged logged) {
    Optional<ActionLog.End> end = logged.end();
    ObjectNode event =
        Json.object()
            .put("event", logged.event())
            .put("start_time", ServerView.moment(logged.moment()))
            .put("finish_time", end.map(it -> ServerView.moment(it.moment())).orElse(null))
            .put("result", end.map(ActionLog.End::result).orElse(null));
    if (ComputeVersions.of(request).atLeast(62)) {
      event.put("hostId", ServerView.hostId(server));
    }
    return event;
  }
}
