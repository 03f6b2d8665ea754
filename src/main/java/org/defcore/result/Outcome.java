package org.defcore.result;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The outcome of one test in one run; every test of a plan has exactly one. */
public enum Outcome {
  /** The claim holds, at the first try. */
  PASSED,
  /** The cloud answered, and the answer breaks the claim. */
  FAILED,
  /** Failed, then passed on a retry. */
  FLAKY,
  /** A stated precondition was not there; carries a code. */
  SKIPPED,
  /** A shared fixture could not be made. */
  BLOCKED,
  /** Declared impossible for this kind of compute, and the catalogue agrees. */
  NOT_APPLICABLE,
  /** In the plan, never started or never finished. */
  NOT_RUN,
  /** A guideline lists it, the suite lacks it. */
  NOT_IMPLEMENTED,
  /** Nothing could be established: no answer, or the harness's own fault. */
  ERROR;

  /** The word as files and reports write it: {@code not-run}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns whether a test that ended so did not pass and may do so when it is run again. */
  public boolean isToRetry() {
    return this == FAILED || this == ERROR || this == BLOCKED;
  }

  public static Optional<Outcome> parse(String word) {
    return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
  }
}
