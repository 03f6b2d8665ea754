package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.defcore.simcloud.wire.Json;

/** The actions on one server as they are told of, each with its one event. */
final class ActionLog {

  private static final String BEGUN =
      """
      {"action": %s, "request_id": %s, "start_time": %s, "updated_at": %s, "message": null,
       "events": [{"event": %s, "start_time": %s, "finish_time": null, "result": null}]}
      """;

  private final List<ObjectNode> all = new ArrayList<>();

  void done(String action, String requestId, Instant now) {
    begin(action, requestId, "compute_" + action, now);
    end(requestId, "Success", now);
  }

  void begin(String action, String requestId, String event, Instant now) {
    String start = ServerView.moment(now);
    all.add(Json.form(BEGUN, action, requestId, start, start, event, start));
  }

  /** Ends an action that is still being done. */
  void failed(String requestId, Instant now) {
    end(requestId, "Error", now).forEach(it -> it.put("message", "Error"));
  }

  private List<ObjectNode> end(String requestId, String result, Instant now) {
    String moment = ServerView.moment(now);
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
