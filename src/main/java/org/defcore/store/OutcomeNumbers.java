package org.defcore.store;

import java.util.List;
import org.defcore.result.Outcome;

/** The numbers by which rows have outcomes. They never change: rows of earlier versions stay. */
final class OutcomeNumbers {

  private static final List<Outcome> IN_ORDER =
      List.of(
          Outcome.PASSED,
          Outcome.FAILED,
          Outcome.FLAKY,
          Outcome.SKIPPED,
          Outcome.BLOCKED,
          Outcome.NOT_APPLICABLE,
          Outcome.NOT_RUN,
          Outcome.NOT_IMPLEMENTED,
          Outcome.ERROR);

  private OutcomeNumbers() {}

  /** The number of an outcome, from 1. */
  static int of(Outcome outcome) {
    return IN_ORDER.indexOf(outcome) + 1;
  }

  static Outcome outcome(int number) {
    return IN_ORDER.get(number - 1);
  }
}
