package org.defcore.simcloud.compute;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The actions on one server, the first one first. */
final class ActionLog {

  /** Result and moment of the end of an action. */
  record End(String result, Instant moment) {}

  /**
   * One thing that somebody did with the server.
   *
   * @param end absent while it is still being done
   */
  record Logged(String action, String requestId, String event, Instant moment, Optional<End> end) {

    /** The end of an action that is still being done. */
    Logged failed(Instant now) {
      Optional<End> failure = end.or(() -> Optional.of(new End("Error", now)));
      return new Logged(action, requestId, event, moment, failure);
    }
  }

  private final List<Logged> all = new ArrayList<>();

  void done(String action, String requestId, Instant now) {
    End end = new End("Success", now);
    all.add(new Logged(action, requestId, "compute_" + action, now, Optional.of(end)));
  }

  void begin(String action, String requestId, String event, Instant now) {
    all.add(new Logged(action, requestId, event, now, Optional.empty()));
  }

  void failed(String requestId, Instant now) {
    all.replaceAll(it -> it.requestId().equals(requestId) ? it.failed(now) : it);
  }

  List<Logged> newestFirst() {
    List<Logged> reversed = new ArrayList<>(all);
    Collections.reverse(reversed);
    return reversed;
  }
}
