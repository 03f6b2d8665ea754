package org.defcore.report.store;

import java.util.Locale;
import org.defcore.result.Outcome;

/** The meaning of an outcome in a history. */
public enum Standing {
  PASSED,
  /** Failed, then passed. */
  FLAKY,
  FAILED,
  /** Nothing was established about the claim. */
  NOT_JUDGED;

  public static Standing of(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> PASSED;
      case FLAKY -> FLAKY;
      case FAILED -> FAILED;
      case SKIPPED, BLOCKED, NOT_APPLICABLE, NOT_RUN, NOT_IMPLEMENTED, ERROR -> NOT_JUDGED;
    };
  }

  /** The class that colours it. */
  public String tone() {
    return switch (this) {
      case PASSED -> "good";
      case FLAKY -> "open";
      case FAILED -> "bad";
      case NOT_JUDGED -> "none";
    };
  }

  /** The word for people: {@code not judged}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
