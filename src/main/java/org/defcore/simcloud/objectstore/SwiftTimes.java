package org.defcore.simcloud.objectstore;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.defcore.simcloud.wire.Times;

/** The spellings of a moment in the headers of the object store. */
final class SwiftTimes {

  private static final long TICKS = 100_000;
  private static final long MICROS_OF_A_TICK = 10;

  private SwiftTimes() {}

  /** {@code 1795623630.88753}: to a hundred-thousandth of a second, which is all that it keeps. */
  static String timestamp(Instant moment) {
    long ticks = ticks(moment);
    return String.format(Locale.ROOT, "%d.%05d", ticks / TICKS, ticks % TICKS);
  }

  private static long ticks(Instant moment) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, moment) / MICROS_OF_A_TICK;
  }

  /** The next full second as an HTTP date: nothing is older than it says. */
  static String lastModified(Instant moment) {
    Instant second = moment.truncatedTo(ChronoUnit.SECONDS);
    return Times.http(second.equals(moment) ? second : second.plusSeconds(1));
  }

  /** The spelling of lists: {@code 2026-01-31T12:00:00.123450}. */
  static String listed(Instant moment) {
    return Times.micros(Instant.EPOCH.plus(ticks(moment) * MICROS_OF_A_TICK, ChronoUnit.MICROS));
  }
}
