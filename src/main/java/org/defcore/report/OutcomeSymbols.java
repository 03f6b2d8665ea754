package org.defcore.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.defcore.result.Outcome;
import org.defcore.verdict.VerdictStatus;

/** Symbols and classes of outcomes and verdicts, and times, for every page. */
public final class OutcomeSymbols {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  public String time(Instant instant) {
    return TIME.format(instant);
  }

  /** Three digits at most: {@code 340 ms}, {@code 1.2 s}, {@code 2 min 5 s}. */
  public String took(Duration took) {
    if (took.toSeconds() >= 60) {
      return took.toMinutes() + " min " + took.toSecondsPart() + " s";
    }
    return took.toSeconds() >= 1
        ? took.toSeconds() + "." + took.toMillisPart() / 100 + " s"
        : took.toMillis() + " ms";
  }

  public String symbol(VerdictStatus word) {
    return switch (word) {
      case CONFORMANT -> "✓";
      case NOT_CONFORMANT -> "✗";
      case INCONCLUSIVE -> "?";
      case NOTHING_REQUIRED -> "–";
    };
  }

  public String symbol(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> "✓";
      case FAILED -> "✗";
      case FLAKY -> "~";
      case SKIPPED -> "»";
      case BLOCKED -> "■";
      case NOT_APPLICABLE -> "–";
      case NOT_RUN -> "○";
      case NOT_IMPLEMENTED -> "□";
      case ERROR -> "!";
    };
  }

  /** The class that colours an outcome: {@code good}, {@code bad} or {@code open}. */
  public String tone(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> "good";
      case FAILED -> "bad";
      case FLAKY, SKIPPED, BLOCKED, NOT_APPLICABLE, NOT_RUN, NOT_IMPLEMENTED, ERROR -> "open";
    };
  }

  public String tone(VerdictStatus word) {
    return switch (word) {
      case CONFORMANT -> "good";
      case NOT_CONFORMANT -> "bad";
      case INCONCLUSIVE -> "open";
      case NOTHING_REQUIRED -> "none";
    };
  }
}
