package org.defcore.runner;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.defcore.kit.Poll;
import org.defcore.result.RunException;

/**
 * Writes into the folder of a run that could not be done yet, as when the disk is full, in their
 * order. Nothing is written before them. Safe for use by many threads.
 */
final class Backlog {

  static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Poll.Time time;
  private final BooleanSupplier cancelled;
  private final Consumer<String> said;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean told;

  /**
   * @param cancelled ends waiting
   * @param said is told once why nothing can be written
   */
  Backlog(Poll.Time time, BooleanSupplier cancelled, Consumer<String> said) {
    this.time = time;
    this.cancelled = cancelled;
    this.said = said;
  }

  /**
   * Writes now, or later.
   *
   * @param write to be repeated as a whole if it throws a {@link RunException}
   */
  void write(Runnable write) {
    if (isEmpty() && isDone(write)) {
      return;
    }
    synchronized (this) {
      waiting.add(write);
    }
  }

  /** Returns whether nothing waits any more, after the time that a disk may need to be freed. */
  boolean settle() {
    long begun = time.now();
    while (!catchUp()) {
      if (cancelled.getAsBoolean() || time.now() - begun > PATIENCE.toNanos()) {
        return false;
      }
      try {
        time.pass(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  private synchronized boolean isEmpty() {
    return waiting.isEmpty();
  }

  private synchronized boolean catchUp() {
    while (!waiting.isEmpty() && isDone(waiting.getFirst())) {
      waiting.removeFirst();
    }
    return waiting.isEmpty();
  }

  private boolean isDone(Runnable write) {
    try {
      write.run();
      return true;
    } catch (RunException e) {
      tell(e);
      return false;
    }
  }

  private synchronized void tell(RunException e) {
    if (!told) {
      told = true;
      said.accept(
          "%s: no test starts until it can be, for at most %d minutes"
              .formatted(e.getMessage(), PATIENCE.toMinutes()));
    }
  }
}
