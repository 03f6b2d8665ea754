package org.defcore.report.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.defcore.report.compare.RunComparison.Difference;
import org.defcore.report.run.ReportModel;
import org.defcore.report.run.Sample;
import org.defcore.result.Outcome;
import org.defcore.result.RunRecord;
import org.defcore.result.TestResult;
import org.junit.jupiter.api.Test;

final class LeftOutTest {

  private static final String FILTER = "--service image";

  private static RunComparison comparison(String partial) {
    List<TestResult> whole = Sample.run(false, "").results();
    List<TestResult> passed =
        whole.stream().filter(it -> it.outcome() == Outcome.PASSED).limit(1).toList();
    RunRecord some = Sample.run(false, partial, passed);
    ReportModel report = Sample.report(some);
    return RunComparison.of(List.of(Sample.report(), report), List.of());
  }

  @Test
  void testsThatAPartialRunLeftOutAreOneLine() {
    RunComparison comparison = comparison(FILTER);
    int left = comparison.leftOut().tests();

    assertThat(left).isPositive();
    assertThat(comparison.leftOut().sentences())
        .singleElement()
        .asString()
        .startsWith(left + " tests were not run on ")
        .endsWith(" (partial run: " + FILTER + ").");
    assertThat(new ComparisonPage(comparison).unsettled())
        .allSatisfy(it -> assertThat(comparison.leftOut().covers(it.tests().get(0))).isFalse());
    assertThat(new TextComparison().render(comparison))
        .contains(left + " tests were not run on ")
        .doesNotContain("DIFFERENT BECAUSE");
    assertThat(ComparisonSentence.tests(comparison)).contains(left + " tests were left out of");
  }

  @Test
  void wholeRunLeavesNothingOut() {
    RunComparison comparison = comparison("");

    assertThat(comparison.leftOut().tests()).isZero();
    assertThat(comparison.leftOut().sentences()).isEmpty();
    assertThat(comparison.groups(Difference.UNSETTLED)).isNotEmpty();
    assertThat(comparison.differing()).noneMatch(comparison.leftOut()::covers);
  }
}
