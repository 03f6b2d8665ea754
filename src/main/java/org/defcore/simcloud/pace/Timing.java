package org.defcore.simcloud.pace;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Clock and pace of changes that happen by themselves. */
public record Timing(Clock clock, Pace pace) {

  /** Timing of a service in which nothing changes by itself. */
  public static Timing instant(Clock clock) {
    return new Timing(clock, Pace.INSTANT);
  }

  /** The stages of one more resource. */
  public Stages stages() {
    return new Stages(clock, pace);
  }

  /** The present second, which is all that most services keep of a moment. */
  public Instant second() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
