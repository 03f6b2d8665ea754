package org.defcore.report.run;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.defcore.result.Outcome;
import org.defcore.verdict.ScoredCapability;
import org.defcore.verdict.TestLine;

/**
 * A capability in short.
 *
 * @param passed of the tests that are not flagged
 * @param counting tests that are not flagged
 * @param worst outcome of those; {@link Outcome#NOT_RUN} if there is none
 */
public record Tally(int passed, int counting, int flagged, Outcome worst) {

  static final List<Outcome> WORST_FIRST =
      List.of(
          Outcome.FAILED,
          Outcome.ERROR,
          Outcome.BLOCKED,
          Outcome.FLAKY,
          Outcome.SKIPPED,
          Outcome.NOT_RUN,
          Outcome.NOT_APPLICABLE,
          Outcome.NOT_IMPLEMENTED,
          Outcome.PASSED);

  public static Tally of(ScoredCapability capability) {
    return of(capability, test -> true);
  }

  /** Counts only those tests. */
  public static Tally of(ScoredCapability capability, Predicate<TestLine> asked) {
    List<TestLine> tests = capability.tests().stream().filter(asked).toList();
    List<Outcome> outcomes =
        tests.stream().filter(it -> it.flag().isEmpty()).map(TestLine::outcome).toList();
    return new Tally(
        (int) outcomes.stream().filter(it -> it == Outcome.PASSED).count(),
        outcomes.size(),
        tests.size() - outcomes.size(),
        outcomes.stream()
            .min(Comparator.comparingInt(WORST_FIRST::indexOf))
            .orElse(Outcome.NOT_RUN));
  }

  /** Returns whether it has no tests. */
  public boolean isNothing() {
    return counting == 0 && flagged == 0;
  }

  /** {@code 4 of 5}, or why there is nothing to count. */
  public String words() {
    if (counting == 0) {
      return flagged == 0 ? "no tests" : "every test is flagged";
    }
    return passed + " of " + counting;
  }
}
