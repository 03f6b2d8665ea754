package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.defcore.simcloud.kind.Failure;
import org.defcore.simcloud.wire.Json;

/** The actions on one server as they are told of, each with its one event. */
final class ActionLog {

  private static final String BEGUN =
      """
      {"action": %s, "request_id": %s, "start_time": %s, "updated_at": %s, "message": null,
       "events": [{"event": %s, "start_time": %s, "finish_time": null, "result": null}]}
      """;

  private final List<ObjectNode> all = new ArrayList<>();
  private final Clock clock;

  ActionLog(Clock clock) {
    this.clock = clock;
  }

  void done(String action, String requestId) {
    begin(action, requestId, "compute_" + action);
    end(requestId, "Success");
  }

  /** Notes an action that is accepted and will fail; as done if nothing will ever say so. */
  void begin(String action, String requestId, Failure failure) {
    failure
        .event()
        .ifPresentOrElse(it -> begin(action, requestId, it), () -> done(action, requestId));
  }

  private void begin(String action, String requestId, String event) {
    String start = ServerView.moment(clock.instant());
    all.add(Json.form(BEGUN, action, requestId, start, start, event, start));
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

  List<ObjectNode> newestFirst() {
    List<ObjectNode> reversed = new ArrayList<>(all);
    Collections.reverse(reversed);
    return reversed;
  }
}
