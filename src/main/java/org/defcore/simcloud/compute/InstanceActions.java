package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.defcore.simcloud.compute.request.ComputeFaults;
import org.defcore.simcloud.compute.request.ComputeVersions;
import org.defcore.simcloud.wire.Caller;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Microversion;
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
    List<ObjectNode> all = all(request);
    all.forEach(it -> it.remove("events"));
    return Reply.json(200, Json.wrap("instanceActions", Json.array(all)));
  }

  private Reply show(Incoming request) {
    String id = request.part("request");
    return all(request).stream()
        .filter(it -> it.path("request_id").asText().equals(id))
        .findFirst()
        .map(it -> Reply.json(200, Json.wrap("instanceAction", it)))
        .orElseThrow(() -> ComputeFaults.notFound("Action " + id + " not found"));
  }

  private List<ObjectNode> all(Incoming request) {
    Server server = servers.find(request);
    return server.log().newestFirst().stream().map(it -> told(request, server, it)).toList();
  }

  private static ObjectNode told(Incoming request, Server server, ObjectNode logged) {
    Microversion version = ComputeVersions.of(request);
    Caller owner = server.owner();
    ObjectNode body = logged.deepCopy();
    body.put("instance_uuid", server.id())
        .put("user_id", owner.userId())
        .put("project_id", owner.project());
    ObjectNode event = body.withObject("/events/0").put("hostId", ServerView.hostId(server));
    version.cut(event, SINCE);
    return version.cut(body, SINCE);
  }
}
