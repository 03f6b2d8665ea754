package org.defcore.simcloud.pace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it, or moves at each reading. */
public final class HandClock extends Clock {

  private final Duration step;
  private volatile Instant now = Instant.parse("2026-01-31T12:00:00Z");

  public HandClock() {
    this(Duration.ZERO);
  }

  public HandClock(Duration step) {
    this.step = step;
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    pass(step);
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
