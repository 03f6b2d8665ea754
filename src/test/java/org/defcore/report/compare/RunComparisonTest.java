package org.defcore.report.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.defcore.report.compare.RunComparison.Agreement;
import org.defcore.report.compare.RunComparison.CapabilityRow;
import org.defcore.report.compare.RunComparison.Cloud;
import org.defcore.report.compare.RunComparison.DeclaredRow;
import org.defcore.report.compare.RunComparison.Difference;
import org.defcore.report.compare.RunComparison.FactRow;
import org.defcore.report.compare.RunComparison.TestCell;
import org.defcore.report.compare.RunComparison.TestRow;
import org.defcore.report.run.Hostile;
import org.defcore.report.run.ReportModel;
import org.defcore.report.run.Sample;
import org.defcore.report.run.Tally;
import org.defcore.result.Outcome;
import org.defcore.result.TestResult;
import org.junit.jupiter.api.Test;

final class RunComparisonTest {

  private final RunComparison comparison = ComparisonSample.comparison();

  @Test
  void sameRunTwiceIsAlike() {
    RunComparison same = RunComparison.of(List.of(Sample.report(), Sample.report()), List.of());

    assertThat(same.alike()).isTrue();
    assertThat(same.tests()).isEmpty();
    assertThat(same.sentences())
        .containsExactly(
            "OpenStack Powered Compute under guideline 2020.06: both clouds not conformant.",
            "All 13 tests have the same outcome everywhere.");
  }

  @Test
  void differingOutcomesAreToldInTwoSentences() {
    assertThat(comparison.alike()).isFalse();
    assertThat(comparison.sentences())
        .containsExactly(
            "OpenStack Powered Compute under guideline 2020.06: both clouds not conformant.",
            "2 tests pass on one cloud and fail on another, 1 more differs because a cloud did not judge it; 10 have the same"
                + " outcome everywhere.");
  }

  @Test
  void cloudsOfOneVerdictAreNamedTogether() {
    ReportModel empty = ComparisonSample.report(ComparisonSample.run("empty", List.of()));

    assertThat(
            RunComparison.of(
                    List.of(
                        Sample.report(),
                        empty,
                        ComparisonSample.report(ComparisonSample.other("zonex"))),
                    List.of())
                .sentences()
                .get(0))
        .isEqualTo(
            "OpenStack Powered Compute under guideline 2020.06: empty inconclusive; acme,"
                + " zonex not conformant.");
    assertThat(RunComparison.of(List.of(empty, empty, empty), List.of()).sentences().get(0))
        .endsWith(": all 3 clouds inconclusive.");
  }

  @Test
  void listsTheOpposedTestsBeforeTheUnsettled() {
    assertThat(comparison.tests())
        .extracting(TestRow::key, TestRow::difference)
        .containsExactly(
            tuple(Sample.id(2).toString(), Difference.OPPOSED),
            tuple(Sample.id(1).toString(), Difference.OPPOSED),
            tuple(Sample.id(5).toString(), Difference.UNSETTLED));
  }

  @Test
  void reasonThatNamesItsCallStandsAlone() {
    TestCell failed = comparison.tests().get(0).cells().get(0);

    assertThat(failed.exchange()).isEqualTo("POST /v2.1/servers: answered 500");
    assertThat(failed.why()).isEqualTo("POST /servers: expected 202 but found 500 (req-7f3c)");
  }

  @Test
  void reasonThatNamesNoCallIsGivenTheExchange() {
    assertThat(comparison.tests().get(1).cells().get(1).why())
        .isEqualTo("expected 2 servers in the list but found 1 (POST /v2.1/servers: answered 500)");
    assertThat(comparison.tests().get(1).cells().get(0).why()).isEmpty();
  }

  @Test
  void capabilityShowsTheWorstOutcomeAndHowManyPassed() {
    assertThat(comparison.capabilities())
        .extracting(CapabilityRow::name, CapabilityRow::differs, CapabilityRow::tallies)
        .contains(
            tuple(
                "compute-servers-list",
                true,
                List.of(new Tally(1, 3, 0, Outcome.NOT_RUN), new Tally(0, 3, 0, Outcome.FAILED))),
            tuple(
                "volumes-attach",
                false,
                List.of(new Tally(0, 0, 2, Outcome.NOT_RUN), new Tally(0, 0, 2, Outcome.NOT_RUN))));
  }

  @Test
  void capabilityThatFailsOnSomeCloudsOnlyComesFirst() {
    List<TestResult> results =
        Sample.run(false, "").results().stream()
            .filter(it -> !it.id().equals(Sample.id(1)))
            .map(
                it ->
                    it.id().equals(Sample.id(5))
                        ? ComparisonSample.changed(it, Outcome.FAILED, "no projects", -1)
                        : it)
            .toList();

    List<CapabilityRow> rows =
        RunComparison.of(
                List.of(
                    Sample.report(),
                    ComparisonSample.report(ComparisonSample.run("zonex", results))),
                List.of())
            .differing();

    assertThat(rows)
        .extracting(CapabilityRow::name)
        .containsExactly(
            "identity-v3-list-projects", "compute-servers-create", "compute-servers-list");
  }

  @Test
  void agreementIsCountedByOutcome() {
    assertThat(comparison.agreements())
        .containsExactly(
            new Agreement(Outcome.PASSED, 1),
            new Agreement(Outcome.FLAKY, 1),
            new Agreement(Outcome.SKIPPED, 1),
            new Agreement(Outcome.BLOCKED, 1),
            new Agreement(Outcome.NOT_APPLICABLE, 2),
            new Agreement(Outcome.NOT_RUN, 2),
            new Agreement(Outcome.NOT_IMPLEMENTED, 1),
            new Agreement(Outcome.ERROR, 1));
  }

  @Test
  void factsAreParted() {
    assertThat(comparison.observed().differing())
        .containsExactly(
            new FactRow("compute.microversion.max", List.of("2.93", "2.79")),
            new FactRow("compute.microversion.min", List.of("", "2.1")),
            new FactRow("network.unavailable", List.of("", "the catalogue has no network")));
    assertThat(comparison.observed().same()).isEmpty();
    assertThat(comparison.observed().own()).extracting(FactRow::name).containsExactly("image.id");
  }

  @Test
  void factThatEveryRunSawAlikeDoesNotDiffer() {
    RunComparison same = RunComparison.of(List.of(Sample.report(), Sample.report()), List.of());

    assertThat(same.observed().differing()).isEmpty();
    assertThat(same.observed().same())
        .containsExactly(new FactRow("compute.microversion.max", List.of("2.93", "2.93")));
  }

  @Test
  void runsOfOneCloudAreNumbered() {
    RunComparison old =
        RunComparison.of(
            List.of(
                Sample.report(),
                ComparisonSample.report(ComparisonSample.other("zonex")),
                Sample.report()),
            List.of());

    assertThat(old.clouds())
        .extracting(Cloud::label)
        .containsExactly("acme #1", "zonex", "acme #3");
    assertThat(comparison.clouds()).extracting(Cloud::label).containsExactly("acme", "zonex");
  }

  @Test
  void commonTimesAreThoseOfTestsThatEveryRunStarted() {
    Cloud acme = comparison.clouds().get(0);
    Cloud zonex = comparison.clouds().get(1);

    assertThat(acme.times().tests()).isEqualTo(6);
    assertThat(zonex.times().tests()).isEqualTo(7);
    assertThat(acme.common()).isEqualTo(acme.times());
    assertThat(zonex.common().tests()).isEqualTo(6);
  }

  @Test
  void timesAreTakenByRank() {
    TestTimes times = comparison.clouds().get(0).times();

    assertThat(times.median()).isEqualTo(Duration.ofMillis(340 * 16));
    assertThat(times.ninetieth()).isEqualTo(Duration.ofSeconds(34));
    assertThat(times.total()).isEqualTo(Duration.ofMillis(340 * (1 + 4 + 16 + 49 + 64 + 100)));
    assertThat(times.slowest())
        .hasSize(5)
        .first()
        .extracting(TestTimes.Slow::name)
        .asString()
        .endsWith("list_zones");
    assertThat(TestTimes.of(List.of()))
        .isEqualTo(new TestTimes(0, Duration.ZERO, Duration.ZERO, Duration.ZERO, List.of()));
  }

  @Test
  void testOutsideTheGuidelineThatOneRunLacksHasNoResultThere() {
    var some = Sample.run(false, "").results();
    RunComparison compared =
        RunComparison.of(
            List.of(
                ComparisonSample.report(ComparisonSample.run("acme", some)),
                ComparisonSample.report(
                    ComparisonSample.run(
                        "zonex",
                        some.stream().filter(it -> !it.id().equals(Sample.id(10))).toList()))),
            List.of());

    TestRow row = compared.tests().get(0);
    assertThat(row.counted()).isFalse();
    assertThat(row.cells().get(1).reason()).isEqualTo("the run has no result of this test");
    assertThat(compared.tests()).hasSize(1);
  }

  @Test
  void testsOfOneKindAreGrouped() {
    RunComparison compared =
        RunComparison.of(
            List.of(
                Sample.report(), ComparisonSample.report(ComparisonSample.run("zonex", List.of()))),
            List.of());

    assertThat(compared.groups(Difference.OPPOSED)).isEmpty();
    assertThat(compared.groups(Difference.UNSETTLED))
        .extracting(it -> it.tests().size())
        .contains(2)
        .hasSizeLessThan(compared.tests().size());
  }

  @Test
  void refusesTooFewAndTooMany() {
    assertThatThrownBy(() -> RunComparison.of(List.of(Sample.report()), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("comparison: expected 2 to 10 runs but found 1");
    assertThatThrownBy(() -> RunComparison.of(Collections.nCopies(11, Sample.report()), List.of()))
        .hasMessage("comparison: expected 2 to 10 runs but found 11");
  }

  @Test
  void refusesRunsThatAreScoredForSomethingElse() {
    assertThatThrownBy(
            () -> RunComparison.of(List.of(Sample.report(), Hostile.report()), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "comparison: expected runs that are all scored for compute of 2020.06 (sha256:5a5a");
  }

  @Test
  void refusesDeclaredRowsThatLackACloud() {
    List<ReportModel> two = List.of(Sample.report(), Sample.report());

    assertThatThrownBy(
            () -> RunComparison.of(two, List.of(new DeclaredRow("kind", List.of("zone")))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("comparison: expected 2 values of \"kind\" but found 1");
  }
}
