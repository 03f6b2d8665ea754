package org.defcore.simcloud.pace;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;

/**
 * Changes to come of one resource, stage after stage. Nothing runs in the background: what is due
 * happens when somebody looks. Not safe for use by many threads; its owner locks.
 */
public final class Stages {

  private record Stage(Instant due, BooleanSupplier ready, Runnable change) {

    boolean isDue(Instant now) {
      return !due.isAfter(now) && ready.getAsBoolean();
    }
  }

  private final Deque<Stage> coming = new ArrayDeque<>();
  private final Clock clock;
  private final Pace pace;
  private boolean settling;

  public Stages(Clock clock, Pace pace) {
    this.clock = clock;
    this.pace = pace;
  }

  /** Lets a change happen one stage after all that is already to come. */
  public void then(Runnable change) {
    add(last().plus(pace.next()), () -> true, change);
  }

  /** Lets a change happen after all that is already to come, as soon as it is found to be ready. */
  public void when(BooleanSupplier ready, Runnable change) {
    add(last(), ready, change);
  }

  private Instant last() {
    return coming.isEmpty() ? clock.instant() : coming.getLast().due();
  }

  private void add(Instant due, BooleanSupplier ready, Runnable change) {
    coming.addLast(new Stage(due, ready, change));
  }

  /** Returns whether nothing is to come. */
  public boolean isEmpty() {
    return coming.isEmpty();
  }

  /** Makes happen what is due, in order; a change that itself looks is not overtaken. */
  public void settle() {
    if (settling) {
      return;
    }
    settling = true;
    try {
      Instant now = clock.instant();
      while (!coming.isEmpty() && coming.getFirst().isDue(now)) {
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
