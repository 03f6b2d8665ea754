package org.defcore.kit;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.defcore.http.UnexpectedAnswer;

/**
 * Waits for a state of the cloud: quickly at first, then once a second, never past a deadline. Each
 * look costs a cloud as much as other requests do; so a wait {@linkplain #like like} others of the
 * run begins with a pause that is a little shorter than the last of them took.
 */
public final class Poll {

  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(1);

  /** The clock and the pauses of waits: the system's, except in tests of waiting itself. */
  public interface Time {

    /** Nanoseconds from an arbitrary start. */
    long now();

    /** Lets that much time pass. */
    void pass(Duration pause) throws InterruptedException;

    /** The machine's clock. */
    Time SYSTEM =
        new Time() {
          @Override
          public long now() {
            return System.nanoTime();
          }

          @Override
          public void pass(Duration pause) throws InterruptedException {
            Thread.sleep(pause.toMillis());
          }
        };
  }

  private final Duration limit;
  private final BooleanSupplier cancelled;
  private final Time time;
  private final String kind;
  private final WaitTimes waits;

  /**
   * @param limit longest wait
   * @param cancelled asked between polls; when true, waiting ends at once
   */
  public Poll(Duration limit, BooleanSupplier cancelled, Time time) {
    this(limit, cancelled, time, "", new WaitTimes());
  }

  private Poll(Duration limit, BooleanSupplier cancelled, Time time, String kind, WaitTimes waits) {
    this.limit = limit;
    this.cancelled = cancelled;
    this.time = time;
    this.kind = kind;
    this.waits = waits;
  }

  /**
   * Waits as this one, and learns from other waits of that kind how long it usually takes.
   *
   * @param kind what is waited for, whatever it is of: {@code server stopped}
   */
  public Poll like(String kind) {
    return new Poll(limit, cancelled, time, kind, waits);
  }

  /**
   * Calls until the answer meets the condition.
   *
   * @param what what is awaited, as the failure should name it: {@code image 5f1c to be gone}
   * @return the answer that met it
   * @throws AssertionError when the deadline passes; it says what was awaited and last seen
   */
  public <T> T until(String what, Supplier<T> call, Predicate<? super T> condition) {
    return until(what, call, condition, it -> false);
  }

  /**
   * As {@link #until(String, Supplier, Predicate)}, and fails at once on a state that can no longer
   * lead there.
   *
   * @param broken true for such a state, {@code ERROR} of a server
   */
  public <T> T until(
      String what, Supplier<T> call, Predicate<? super T> condition, Predicate<? super T> broken) {
    long start = time.now();
    Duration pause = expected();
    for (int polls = 0; ; polls++) {
      Duration left = limit.minusNanos(time.now() - start);
      if (!pause.isZero()) {
        rest(shorter(pause, left), what);
      }
      T seen = call.get();
      Duration gone = Duration.ofNanos(time.now() - start);
      if (condition.test(seen)) {
        waits.add(kind, gone);
        return seen;
      }
      if (broken.test(seen)) {
        throw new AssertionError("expected " + what + " but found " + seen);
      }
      if (gone.compareTo(limit) >= 0) {
        throw new AssertionError(
            "expected %s within %d s but found %s after %d polls"
                .formatted(what, limit.toSeconds(), seen, polls + 1));
      }
      pause = next(gone);
    }
  }

  /** Four fifths of the last wait of the kind. */
  private Duration expected() {
    return waits.last(kind).multipliedBy(4).dividedBy(5);
  }

  /** A third of the time that is gone: nobody waits much longer than needed. */
  private static Duration next(Duration gone) {
    Duration third = gone.dividedBy(3);
    return shorter(third.compareTo(FIRST) < 0 ? FIRST : third, LONGEST);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Reads until the answer is 404. */
  public void untilGone(String what, Runnable read) {
    until(
        what + " to be gone",
        () -> {
          try {
            read.run();
            return "still there";
          } catch (UnexpectedAnswer e) {
            if (e.status() != 404) {
              throw e;
            }
            return "gone";
          }
        },
        "gone"::equals);
  }

  /**
   * Asks until the condition holds or the time is up, and gives what was seen last: for what may
   * come, but need not.
   */
  public <T> T last(String what, Supplier<T> call, Predicate<? super T> condition) {
    long start = time.now();
    T seen = call.get();
    while (!condition.test(seen) && time.now() - start < limit.toNanos()) {
      rest(FIRST.multipliedBy(2), what);
      seen = call.get();
    }
    return seen;
  }

  /**
   * Lets a known time pass, for what happens at its end and not before; no deadline cuts it.
   *
   * @param what what is waited for, as a cancelled run should name it
   */
  public void pass(String what, Duration pause) {
    for (Duration left = pause; !left.isZero(); left = left.minus(shorter(left, LONGEST))) {
      rest(shorter(left, LONGEST), what);
    }
  }

  /**
   * Waits as this one, so many times as long: for what others hold who wait themselves, one after
   * the other.
   */
  public Poll times(int factor) {
    return within(limit.multipliedBy(factor));
  }

  /** The durations of the waits of each kind. */
  WaitTimes waits() {
    return waits;
  }

  /** Waits as this one, but also in a run that was told to end: for clean-up. */
  Poll uncancelled() {
    return new Poll(limit, () -> false, time, kind, waits);
  }

  /** Waits as this one, up to another limit. */
  Poll within(Duration other) {
    return new Poll(other, cancelled, time, kind, waits);
  }

  private void rest(Duration pause, String what) {
    if (cancelled.getAsBoolean()) {
      throw new RunCancelled("waiting for " + what);
    }
    try {
      // What was left of a limit may be over by now.
      time.pass(pause.isNegative() ? Duration.ZERO : pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunCancelled("waiting for " + what);
    }
  }
}
