package org.defcore.foreign;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Times as other tools write them; one that makes no sense is none. */
final class SourceTimes {

  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
  private static final double LONGEST_SECONDS = 1e8;

  private SourceTimes() {}

  /** A time of ISO 8601, also with a space in it; UTC if it does not say. */
  static Optional<Instant> instant(String text) {
    String iso = text.strip().replaceFirst(" ", "T");
    try {
      boolean offset = iso.matches(".*(?:Z|[+-]\\d\\d:?\\d\\d)");
      return sensible(
          offset
              ? OffsetDateTime.parse(iso).toInstant()
              : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static Optional<Instant> sensible(Instant time) {
    return Optional.of(time).filter(it -> !it.isBefore(EARLIEST) && it.isBefore(LATEST));
  }

  /** Seconds with a fraction. */
  static Duration seconds(String text) {
    try {
      double seconds = Double.parseDouble(text.strip());
      return seconds > 0 && seconds < LONGEST_SECONDS
          ? Duration.ofMillis(Math.round(seconds * 1000))
          : Duration.ZERO;
    } catch (NumberFormatException e) {
      return Duration.ZERO;
    }
  }

  /** The time between two; none if it is not known, or if a clock went back. */
  static Duration between(Optional<Instant> from, Optional<Instant> to) {
    return from.flatMap(start -> to.map(end -> Duration.between(start, end)))
        .filter(it -> !it.isNegative())
        .orElse(Duration.ZERO);
  }
}
