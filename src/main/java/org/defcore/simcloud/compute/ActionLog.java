package org.defcore.simcloud.compute;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What was done with one server, the first thing first. */
final class ActionLog {

  /** How an action ended, and when. */
  record End(String result, Instant moment) {

    boolean isFailure() {
      return result.equals("Error");
    }
  }

  /**
   * One thing that somebody did with the server.
   *
   * @param end absent while it is still being done
   */
  record Logged(String action, String requestId, String event, Instant moment, Optional<End> end) {}

  private final List<Logged> all = new ArrayList<>();

  void done(String action, String requestId, Instant now) {
    End end = new End("Success", now);
    all.add(new Logged(action, requestId, "compute_" + action, now, Optional.of(end)));
  }

  void begin(String action, String requestId, String event, Instant now) {
    all.add(new Logged(action, requestId, event, now, Optional.empty()));
  }

  void failed(String requestId, Instant now) {
    all.replaceAll(it -> it.requestId().equals(requestId) ? failed(it, now) : it);
  }

  private static Logged failed(Logged it, Instant now) {
    Optional<End> end = Optional.of(new End("Error", now));
    return new Logged(it.action(), it.requestId(), it.event(), it.moment(), end);
  }

  List<Logged> newestFirst() {
    List<Logged> reversed = new ArrayList<>(all);
    Collections.reverse(reversed);
    return reversed;
  }

  Optional<Logged> find(String requestId) {
    return all.stream().filter(it -> it.requestId().equals(requestId)).findFirst();
  }
}
