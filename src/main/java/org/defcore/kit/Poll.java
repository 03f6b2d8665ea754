package org.defcore.kit;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.defcore.http.NoAnswer;
import org.defcore.http.UnexpectedAnswer;
import org.defcore.kit.reason.ShownValue;

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
  private final Oddities oddities;

  /** The treatment of answers that do not tell the state that is waited for. */
  private enum Oddities {
    /** The wait goes on: what was accepted may not be known everywhere at once. */
    PASSED_OVER,
    /** The wait ends; for clean-up, which a cancelled run does to its end. */
    FATAL
  }

  /**
   * @param limit longest wait
   * @param cancelled asked between polls; when true, waiting ends at once
   */
  public Poll(Duration limit, BooleanSupplier cancelled, Time time) {
    this.limit = limit;
    this.cancelled = cancelled;
    this.time = time;
    this.kind = "";
    this.waits = new WaitTimes();
    this.oddities = Oddities.PASSED_OVER;
  }

  private Poll(Poll like, Duration limit, String kind, Oddities oddities) {
    this.limit = limit;
    this.cancelled = oddities == Oddities.FATAL ? () -> false : like.cancelled;
    this.time = like.time;
    this.kind = kind;
    this.waits = like.waits;
    this.oddities = oddities;
  }

  /**
   * Waits as this one, and learns from other waits of that kind how long it usually takes.
   *
   * @param kind what is waited for, whatever it is of: {@code server stopped}
   */
  public Poll like(String kind) {
    return new Poll(this, limit, kind, oddities);
  }

  /**
   * Calls until the answer meets the condition. A 404, an error of the service or no answer at all
   * does not end the wait: it is told if the deadline passes.
   *
   * @param what what is awaited, as the failure should name it: {@code image 5f1c to be gone}
   * @return the answer that met it
   * @throws AssertionError when the deadline passes; it says what was awaited and last seen
   * @throws NoAnswer if no answer came to the last call before that
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
      Look<T> look = look(call);
      Duration gone = Duration.ofNanos(time.now() - start);
      if (look.seen().filter(condition).isPresent()) {
        waits.add(kind, gone);
        return look.seen().get();
      }
      if (look.seen().filter(broken).isPresent()) {
        throw new AssertionError("expected " + what + " but found " + look.words());
      }
      if (gone.compareTo(limit) >= 0) {
        throw late(what, look, polls + 1);
      }
      pause = next(gone);
    }
  }

  /** One call of a wait: what it gave, or the odd answer that it got instead. */
  private record Look<T>(Optional<T> seen, Optional<Throwable> odd) {

    String words() {
      return seen.map(ShownValue::of).or(() -> odd.map(Throwable::getMessage)).orElse("nothing");
    }
  }

  private <T> Look<T> look(Supplier<T> call) {
    try {
      return new Look<>(Optional.of(call.get()), Optional.empty());
    } catch (UnexpectedAnswer e) {
      if (oddities == Oddities.FATAL || (e.status() != 404 && e.status() < 500)) {
        throw e;
      }
      return new Look<>(Optional.empty(), Optional.of(e));
    } catch (NoAnswer e) {
      if (oddities == Oddities.FATAL) {
        throw e;
      }
      return new Look<>(Optional.empty(), Optional.of(e));
    }
  }

  /** The end of a wait whose deadline has passed. */
  private AssertionError late(String what, Look<?> look, int polls) {
    String message =
        "expected %s within %d s but found %s after %d polls"
            .formatted(what, limit.toSeconds(), look.words(), polls);
    if (look.odd().orElse(null) instanceof NoAnswer none) {
      throw new NoAnswer(none.why(), message, new IOException(none));
    }
    return new AssertionError(message, look.odd().orElse(null));
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
    untilGone(
        what,
        () -> {
          read.run();
          return "still there";
        },
        it -> false);
  }

  /**
   * Reads until the answer is 404, or something that is as good as gone.
   *
   * @return what was as good as gone
   */
  public <T> Optional<T> untilGone(String what, Supplier<T> read, Predicate<? super T> asGood) {
    return until(
            what + " to be gone",
            () -> remains(read),
            it -> it.seen().filter(there -> !asGood.test(there)).isEmpty())
        .seen();
  }

  /** Something that is to be gone, if it is still there. */
  private record Remains<T>(Optional<T> seen) {

    @Override
    public String toString() {
      return seen.isPresent() ? "still there" : "gone";
    }
  }

  private static <T> Remains<T> remains(Supplier<T> read) {
    try {
      return new Remains<>(Optional.of(read.get()));
    } catch (UnexpectedAnswer e) {
      if (e.status() != 404) {
        throw e;
      }
      return new Remains<>(Optional.empty());
    }
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

  /** Nanoseconds from an arbitrary start. */
  long now() {
    return time.now();
  }

  /** The durations of the waits of each kind. */
  WaitTimes waits() {
    return waits;
  }

  /**
   * Waits as this one, but also in a run that was told to end, and not for a service that does not
   * answer: for clean-up, which has more to remove.
   */
  Poll forCleanup() {
    return new Poll(this, limit, kind, Oddities.FATAL);
  }

  /** Waits as this one, up to another limit. */
  Poll within(Duration other) {
    return new Poll(this, other, kind, oddities);
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
