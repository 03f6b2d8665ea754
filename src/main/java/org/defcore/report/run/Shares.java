package org.defcore.report.run;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.report.chart.StackedBar;
import org.defcore.report.chart.StackedBar.Part;
import org.defcore.result.Outcome;
import org.defcore.verdict.Column;
import org.defcore.verdict.TestLine;
import org.defcore.verdict.Verdict;

/**
 * Numbers of required tests by their effect on the verdict.
 *
 * @param passed or counted as passed
 * @param failed and not waived
 * @param accepted neither passed nor held against the cloud, by a waiver or by the policy on skips
 * @param notJudged all others
 */
public record Shares(int passed, int failed, int accepted, int notJudged) {

  public static final Shares NONE = new Shares(0, 0, 0, 0);

  public static Shares of(Column column) {
    return new Shares(
        column.passed(),
        column.failed(),
        column.waivedTests() + column.skippedExcused(),
        column.missing());
  }

  /** Some of the counted tests of a verdict, as its full column counts them. */
  static Shares of(Verdict verdict, Collection<TestLine> lines) {
    Set<String> flaky = keys(verdict.flakyCounted().stream());
    Set<String> accepted =
        keys(Stream.concat(verdict.waived().stream(), verdict.skippedExcused().stream()));
    int passed = 0;
    int failed = 0;
    int excused = 0;
    for (TestLine line : lines) {
      if (accepted.contains(line.key())) {
        excused++;
      } else if (line.outcome() == Outcome.PASSED || flaky.contains(line.key())) {
        passed++;
      } else if (line.outcome() == Outcome.FAILED) {
        failed++;
      }
    }
    return new Shares(passed, failed, excused, lines.size() - passed - failed - excused);
  }

  private static Set<String> keys(Stream<TestLine> lines) {
    return lines.map(TestLine::key).collect(Collectors.toSet());
  }

  public int all() {
    return passed + failed + accepted + notJudged;
  }

  public StackedBar bar() {
    return new StackedBar(
        List.of(
            new Part("good", "passed", passed),
            new Part("bad", "failed", failed),
            new Part("open", "accepted by the policy", accepted),
            new Part("none", "not judged", notJudged)));
  }

  /** The numbers for people: {@code 323 passed, 4 failed, 1 not judged}. */
  public String words() {
    return "%d passed, %d failed%s, %d not judged"
        .formatted(
            passed,
            failed,
            accepted == 0 ? "" : ", " + accepted + " accepted by the policy",
            notJudged);
  }
}
