package org.defcore.simcloud.objectstore;

import java.time.Instant;
import java.util.Locale;
import org.defcore.simcloud.wire.Times;

/** The spellings of a moment in the headers of the object store. */
final class SwiftTimes {

  private static final int NANOS_OF_A_TICK = 10_000;

  private SwiftTimes() {}

  /** {@code 1795623630.88753}: to a hundred-thousandth of a second, which is all that it keeps. */
  static String timestamp(Instant moment) {
    return String.format(
        Locale.ROOT, "%d.%05d", moment.getEpochSecond(), moment.getNano() / NANOS_OF_A_TICK);
  }

  /** The next full second as an HTTP date: nothing is older than it says. */
  static String lastModified(Instant moment) {
    return Times.http(moment.getNano() == 0 ? moment : moment.plusSeconds(1));
  }

  /** As lists have it: {@code 2026-01-31T12:00:00.123450}. */
  static String listed(Instant moment) {
    int rest = moment.getNano() % NANOS_OF_A_TICK;
    return Times.micros(moment.minusNanos(rest));
  }
}
