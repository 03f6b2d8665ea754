package org.defcore.runner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.defcore.kit.Poll;

/** Time that goes on by itself, and steps ahead where somebody waits. */
final class SteppingTime implements Poll.Time {

  private final AtomicLong ahead = new AtomicLong();

  /** The clock that it moves. */
  Clock clock() {
    InstantSource source = () -> Instant.now().plusNanos(ahead.get());
    return source.withZone(ZoneOffset.UTC);
  }

  @Override
  public long now() {
    return System.nanoTime() + ahead.get();
  }

  @Override
  public void pass(Duration pause) {
    ahead.addAndGet(pause.toNanos());
  }
}
