package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.simcloud.compute.request.ComputeFaults;
import org.defcore.simcloud.compute.request.ComputeVersions;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** The log of the actions on a server, by the ids of the requests. */
record InstanceActions(ServerStore servers) {

  private static final String ALL = "GET /v2.1/servers/{server}/os-instance-actions";
  private static final Map<String, Integer> SINCE =
      Map.of("events", 51, "updated_at", 58, "hostId", 62);

  List<Operation> operations() {
    return List.of(
        Operation.of("compute.instance-actions.list", ALL, this::list),
        Operation.of("compute.instance-actions.show", ALL + "/{request}", this::show));
  }

  private Reply list(Incoming request) {
    Server server = servers.find(request);
    List<ObjectNode> items =
        server.log().newestFirst().stream().map(it -> body(request, server, it)).toList();
    return Reply.json(200, Json.wrap("instanceActions", Json.array(items)));
  }

  private Reply show(Incoming request) {
    Server server = servers.find(request);
    String id = request.part("request");
    ActionLog.Logged logged =
        server.log().newestFirst().stream()
            .filter(it -> it.requestId().equals(id))
            .findFirst()
            .orElseThrow(() -> ComputeFaults.notFound("Action " + id + " not found"));
    ObjectNode body = body(request, server, logged);
    body.putArray("events").add(cut(request, event(server, logged)));
    return Reply.json(200, Json.wrap("instanceAction", cut(request, body)));
  }

  private static ObjectNode cut(Incoming request, ObjectNode body) {
    return ComputeVersions.of(request).cut(body, SINCE);
  }

  private static ObjectNode body(Incoming request, Server server, ActionLog.Logged logged) {
    String start = ServerView.moment(logged.moment());
    Optional<String> result = logged.end().map(ActionLog.End::result);
    return cut(
        request,
        Json.object()
            .put("action", logged.action())
            .put("instance_uuid", server.id())
            .put("request_id", logged.requestId())
            .put("user_id", server.origin().owner().userId())
            .put("project_id", server.origin().owner().project())
            .put("start_time", start)
            .put("message", result.filter("Error"::equals).orElse(null))
            .put("updated_at", end(logged).orElse(start)));
  }

  private static ObjectNode event(Server server, ActionLog.Logged logged) {
    return Json.object()
        .put("event", logged.event())
        .put("start_time", ServerView.moment(logged.moment()))
        .put("finish_time", end(logged).orElse(null))
        .put("result", logged.end().map(ActionLog.End::result).orElse(null))
        .put("hostId", ServerView.hostId(server));
  }

  private static Optional<String> end(ActionLog.Logged logged) {
    return logged.end().map(it -> ServerView.moment(it.moment()));
  }
}
