package org.defcore.report.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.defcore.report.compare.RunComparison.Difference;
import org.defcore.report.compare.RunComparison.TestCell;
import org.defcore.report.compare.RunComparison.TestRow;
import org.defcore.report.run.Sample;
import org.defcore.result.Integrity;
import org.defcore.result.RunRecord;
import org.junit.jupiter.api.Test;

/** Runs of clouds that bear one name, and of guidelines that ask for different tests. */
class RunsOfDifferentKindTest {

  @Test
  void testThatTheGuidelineOfARunNeverHadDoesNotDiffer() {
    var some = Sample.run(false, "").results();
    RunComparison compared =
        RunComparison.of(
            List.of(
                ComparisonSample.report(ComparisonSample.run("acme", some)),
                ComparisonSample.report(
                    ComparisonSample.run(
                        "zonex",
                        some.stream()
                            .filter(it -> !it.id().equals(Sample.id(10)))
                            .filter(it -> !it.id().equals(Sample.id(1)))
                            .toList()))),
            List.of(test -> true, test -> !test.key().equals(Sample.id(10).toString())),
            List.of());

    assertThat(compared.askedOfSome()).isEqualTo(1);
    assertThat(compared.tests())
        .extracting(TestRow::key)
        .as("the one that the guideline has and the run did not come to")
        .containsExactly(Sample.id(1).toString());
    assertThat(compared.sentences().get(1))
        .endsWith(" 1 test is in the guidelines of only some of the runs.");
  }

  @Test
  void capabilityThatTheGuidelineOfARunNeverHadDoesNotDiffer() {
    RunComparison compared =
        RunComparison.of(
            List.of(Sample.report(), ComparisonSample.report(ComparisonSample.run("z", List.of()))),
            List.of(test -> true, test -> false),
            List.of());

    assertThat(compared.tests()).isEmpty();
    assertThat(compared.differing()).isEmpty();
    assertThat(compared.agreements()).isEmpty();
    assertThat(new TextComparison().render(compared)).doesNotContain("not-run");
  }

  @Test
  void testThatOtherRunsDisagreeOnShowsWhoNeverHadIt() {
    RunComparison compared =
        RunComparison.of(
            List.of(
                Sample.report(),
                ComparisonSample.report(ComparisonSample.other("zonex")),
                ComparisonSample.report(ComparisonSample.run("old", List.of()))),
            List.of(test -> true, test -> true, test -> false),
            List.of());

    assertThat(compared.tests()).hasSize(3);
    assertThat(compared.tests().get(0).difference()).isEqualTo(Difference.OPPOSED);
    assertThat(compared.tests().get(0).cells().get(2)).isEqualTo(TestCell.NOT_ASKED);
    assertThat(new TextComparison().render(compared))
        .containsPattern("\n    old +not in the guideline of the run\n");
  }

  @Test
  void cloudsOfOneNameAreNamedByTheirEndpoint() {
    assertThat(labels("a http://one/v3 R", "a http://two:5000/v3 R", "b http://one/v3 R"))
        .containsExactly("a (one)", "a (two:5000)", "b");
    assertThat(labels("a http://one/v3 R", "a http://one/other R"))
        .containsExactly("a (http://one/v3)", "a (http://one/other)");
    assertThat(labels("a http://one/v3 R", "a http://one/v3 S", "a http://one/v3 R"))
        .containsExactly("a #1", "a (http://one/v3, region S)", "a #3");
    assertThat(labels("a not-a-url| R", "a http://two/v3 R"))
        .containsExactly("a (not-a-url|)", "a (two)");
  }

  /** Labels of clouds, each given by name, endpoint and region. */
  private static List<String> labels(String... clouds) {
    return CloudLabels.of(
        Stream.of(clouds).map(it -> it.split(" ")).map(RunsOfDifferentKindTest::run).toList());
  }

  private static RunRecord run(String... cloud) {
    RunRecord usual = Sample.run(false, "");
    return new RunRecord(
        usual.runId(),
        usual.harness(),
        cloud[0],
        cloud[1],
        cloud[2],
        false,
        "",
        usual.started(),
        usual.finished(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Integrity.UNKNOWN);
  }
}
