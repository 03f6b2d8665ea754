package org.defcore.report.scs;

import java.util.Collection;
import java.util.Set;
import org.defcore.result.Outcome;
import org.defcore.verdict.TestLine;
import org.defcore.verdict.VerdictStatus;

/** Result of a test case in the monitor's words, the worst one first. */
public enum ScsResult {
  FAIL(-1),
  ABORT(0),
  PASS(1);

  private final int number;

  ScsResult(int number) {
    this.number = number;
  }

  /** The number that the monitor keeps. */
  public int number() {
    return number;
  }

  static ScsResult of(VerdictStatus status) {
    return switch (status) {
      case CONFORMANT -> PASS;
      case NOT_CONFORMANT -> FAIL;
      case INCONCLUSIVE, NOTHING_REQUIRED -> ABORT;
    };
  }

  /**
   * Result of the tests of a case. No waiver takes a failure away, and tests of which none passed
   * show nothing.
   *
   * @param allowed keys of tests that did not pass and need not, by the policy
   */
  static ScsResult of(Collection<TestLine> tests, Set<String> allowed) {
    if (tests.stream().anyMatch(it -> it.outcome() == Outcome.FAILED)) {
      return FAIL;
    }
    boolean all =
        tests.stream().allMatch(it -> it.outcome() == Outcome.PASSED || allowed.contains(it.key()));
    boolean some =
        tests.stream()
            .anyMatch(it -> it.outcome() == Outcome.PASSED || it.outcome() == Outcome.FLAKY);
    return all && some ? PASS : ABORT;
  }
}
