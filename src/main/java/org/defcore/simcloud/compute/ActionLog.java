package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.simcloud.kind.Failure;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Microversion;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** The actions on one server by the ids of the requests, as they are told of, with one event. */
final class ActionLog {

  private static final String ALL = "GET /v2.1/servers/{server}/os-instance-actions";
  private static final Map<String, Integer> SINCE =
      Map.of("events", 51, "updated_at", 58, "hostId", 62);
  private static final String BEGUN =
      """
      {"action": %s, "request_id": %s, "start_time": %3$s, "updated_at": %3$s, "message": null,
       "events": [{"event": %4$s, "start_time": %3$s, "finish_time": null, "result": null}]}
      """;

  private final List<ObjectNode> all = new ArrayList<>();
  private final Clock clock;

  ActionLog(Clock clock) {
    this.clock = clock;
  }

  /** Notes an action as done, unless it will fail and something will say so. */
  void note(String action, String requestId, Optional<Failure> failure) {
    String start = ServerView.moment(clock.instant());
    Optional<String> event = failure.flatMap(Failure::event);
    all.add(Json.form(BEGUN, action, requestId, start, event.orElse("compute_" + action)));
    if (event.isEmpty()) {
      end(requestId, "Success");
    }
  }

  /** Notes that an action failed, unless it is noted as done. */
  void failed(String requestId) {
    end(requestId, "Error").forEach(it -> it.put("message", "Error"));
  }

  private List<ObjectNode> end(String requestId, String result) {
    String moment = ServerView.moment(clock.instant());
    List<ObjectNode> ended =
        all.stream()
            .filter(it -> it.path("request_id").asText().equals(requestId))
            .filter(it -> it.at("/events/0/result").isNull())
            .toList();
    for (ObjectNode it : ended) {
      it.put("updated_at", moment);
      it.withObject("/events/0").put("finish_time", moment).put("result", result);
    }
    return ended;
  }

  /** The calls that read the logs of all servers. */
  static List<Operation> operations(ServerStore servers) {
    return List.of(
        Operation.of("compute.instance-actions.list", ALL, it -> list(told(it, servers.find(it)))),
        Operation.of(
            "compute.instance-actions.show",
            ALL + "/{request}",
            it -> show(told(it, servers.find(it)), it.part("request"))));
  }

  private static Reply list(List<ObjectNode> all) {
    all.forEach(it -> it.remove("events"));
    return Reply.json(200, Json.wrap("instanceActions", Json.array(all)));
  }

  private static Reply show(List<ObjectNode> all, String id) {
    return all.stream()
        .filter(it -> it.path("request_id").asText().equals(id))
        .findFirst()
        .map(it -> Reply.json(200, Json.wrap("instanceAction", it)))
        .orElseThrow(() -> ComputeFaults.notFound("Action " + id + " not found"));
  }

  // Newest first.
  private static List<ObjectNode> told(Incoming request, Server server) {
    Microversion version = ComputeVersions.of(request);
    List<ObjectNode> told = new ArrayList<>();
    for (ObjectNode logged : server.log().all) {
      ObjectNode body =
          logged
              .deepCopy()
              .put("instance_uuid", server.id())
              .put("user_id", server.owner().userId())
              .put("project_id", server.owner().project());
      version.cut(body.withObject("/events/0").put("hostId", ServerView.hostId(server)), SINCE);
      told.add(version.cut(body, SINCE));
    }
    Collections.reverse(told);
    return told;
  }
}
