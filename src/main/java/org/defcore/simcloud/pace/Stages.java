package org.defcore.simcloud.pace;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What is still to become of one resource, stage after stage. Nothing runs in the background: what
 * is due happens when somebody looks. Not safe for use by many threads; its owner locks.
 */
public final class Stages {

  private record Stage(Instant due, Runnable change) {}

  private final Deque<Stage> coming = new ArrayDeque<>();
  private final Clock clock;
  private final Pace pace;
  private boolean settling;

  public Stages(Clock clock, Pace pace) {
    this.clock = clock;
    this.pace = pace;
  }

  /** Lets this happen one stage after all that is already to come. */
  public void then(Runnable change) {
    Instant last = coming.isEmpty() ? clock.instant() : coming.getLast().due();
    coming.addLast(new Stage(last.plus(pace.next()), change));
  }

  /** Makes happen what is due, in order; a change that itself looks is not overtaken. */
  public void settle() {
    if (settling) {
      return;
    }
    settling = true;
    try {
      Instant now = clock.instant();
      while (!coming.isEmpty() && !coming.getFirst().due().isAfter(now)) {
        coming.removeFirst().change().run();
      }
    } finally {
      settling = false;
    }
  }

  /** Drops what is to come: something else was decided. */
  public void drop() {
    coming.clear();
  }
}
