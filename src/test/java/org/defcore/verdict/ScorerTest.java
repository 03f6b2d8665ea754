package org.defcore.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.defcore.result.Outcome.BLOCKED;
import static org.defcore.result.Outcome.ERROR;
import static org.defcore.result.Outcome.FAILED;
import static org.defcore.result.Outcome.FLAKY;
import static org.defcore.result.Outcome.NOT_IMPLEMENTED;
import static org.defcore.result.Outcome.NOT_RUN;
import static org.defcore.result.Outcome.PASSED;
import static org.defcore.result.Outcome.SKIPPED;
import static org.defcore.verdict.Rules.COMPUTE;
import static org.defcore.verdict.Rules.TERMS;
import static org.defcore.verdict.Rules.TWO_TESTS;
import static org.defcore.verdict.Rules.capability;
import static org.defcore.verdict.Rules.deviating;
import static org.defcore.verdict.Rules.entry;
import static org.defcore.verdict.Rules.flagged;
import static org.defcore.verdict.Rules.guideline;
import static org.defcore.verdict.Rules.required;
import static org.defcore.verdict.Rules.result;
import static org.defcore.verdict.Rules.run;
import static org.defcore.verdict.Rules.score;
import static org.defcore.verdict.Rules.scorer;
import static org.defcore.verdict.Rules.test;
import static org.defcore.verdict.VerdictStatus.CONFORMANT;
import static org.defcore.verdict.VerdictStatus.INCONCLUSIVE;
import static org.defcore.verdict.VerdictStatus.NOT_CONFORMANT;

import java.util.List;
import java.util.Map;
import org.defcore.capability.Basis;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Status;
import org.defcore.guideline.Target;
import org.defcore.result.Deviation;
import org.defcore.result.Outcome;
import org.defcore.result.RunRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScorerTest {

  @ParameterizedTest
  @CsvSource({
    "PASSED, PASSED, CONFORMANT",
    "PASSED, FAILED, NOT_CONFORMANT",
    "PASSED, FLAKY, INCONCLUSIVE",
    "PASSED, SKIPPED, INCONCLUSIVE",
    "PASSED, BLOCKED, INCONCLUSIVE",
    "PASSED, NOT_APPLICABLE, INCONCLUSIVE",
    "PASSED, NOT_RUN, INCONCLUSIVE",
    "PASSED, NOT_IMPLEMENTED, INCONCLUSIVE",
    "PASSED, ERROR, INCONCLUSIVE",
    "FAILED, FAILED, NOT_CONFORMANT",
    "ERROR, FAILED, NOT_CONFORMANT",
    "NOT_RUN, FAILED, NOT_CONFORMANT",
    "SKIPPED, SKIPPED, INCONCLUSIVE"
  })
  void twoOutcomesMakeOneWord(Outcome first, Outcome second, VerdictStatus word) {
    Verdict verdict = score(TWO_TESTS, run(result(1, first), result(2, second)));

    assertThat(verdict.full().status()).isEqualTo(word);
    assertThat(verdict.apiContract().status()).isEqualTo(word);
    assertThat(verdict.full().mustPass()).isEqualTo(2);
  }

  @Test
  void passesAloneDoNotTellAFailureFromATestThatNeverRan() {
    RunRecord run = run(result(1, PASSED), result(2, NOT_RUN));

    Verdict verdict = score(TWO_TESTS, deviating(run, Deviation.PASSES_ONLY));

    assertThat(verdict.full().status()).isEqualTo(INCONCLUSIVE);
    assertThat(verdict.full().reasons())
        .contains(
            "the results list passed tests only: failed and not-run cannot be distinguished for"
                + " 1");
    assertThat(score(TWO_TESTS, run).full().reasons())
        .noneMatch(it -> it.contains("distinguished"));
  }

  @Test
  void saysHowManyFailedAndWhatIsUnsettled() {
    Guideline guideline =
        guideline(required("servers"), capability("servers", test(1), test(2), test(3), test(4)));

    Verdict verdict =
        score(
            guideline,
            run(result(1, PASSED), result(2, FAILED), result(3, SKIPPED), result(4, BLOCKED)));

    assertThat(verdict.full().reasons())
        .containsExactly(
            "1 of 4 required tests failed",
            "2 of 4 required tests could not be judged: 1 skipped, 1 blocked");
    assertThat(verdict.full().counts())
        .containsEntry(PASSED, 1)
        .containsEntry(FAILED, 1)
        .containsEntry(SKIPPED, 1)
        .containsEntry(BLOCKED, 1)
        .containsEntry(ERROR, 0)
        .hasSize(Outcome.values().length);
    assertThat(verdict.full().missing()).isEqualTo(2);
    assertThat(verdict.failed()).extracting(TestLine::name).containsExactly("tempest.api.test_2");
    assertThat(verdict.missing()).extracting(TestLine::outcome).containsExactly(SKIPPED, BLOCKED);
  }

  @Test
  void conformantNeedsNoReasons() {
    Verdict verdict = score(TWO_TESTS, run(result(1, PASSED), result(2, PASSED)));

    assertThat(verdict.full().reasons()).isEmpty();
    assertThat(verdict.barriers()).isEmpty();
    assertThat(verdict.missing()).isEmpty();
  }

  @Test
  void testWithoutAnyResultWasNotRun() {
    Verdict verdict = score(TWO_TESTS, run(result(1, PASSED)));

    assertThat(verdict.status()).isEqualTo(INCONCLUSIVE);
    assertThat(verdict.missing())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.outcome()).isEqualTo(NOT_RUN);
              assertThat(it.reason()).isEqualTo("the run has no result of this test");
              assertThat(it.match()).isEqualTo(Match.NONE);
            });
  }

  @Test
  void flaggedTestIsShownButNotCounted() {
    Guideline guideline =
        guideline(required("servers"), capability("servers", test(1), flagged(2)));

    Verdict verdict = score(guideline, run(result(1, PASSED), result(2, FAILED)));

    assertThat(verdict.status()).isEqualTo(CONFORMANT);
    assertThat(verdict.full().mustPass()).isEqualTo(1);
    TestLine line = verdict.capabilities().get(0).tests().get(1);
    assertThat(line.counting()).isEqualTo(CountingRule.FLAGGED);
    assertThat(line.outcome()).isEqualTo(FAILED);
    assertThat(line.flag().orElseThrow().code()).contains("D403");
  }

  @Test
  void flaggedInOneRequiredCapabilityCountsThroughTheOther() {
    Guideline guideline =
        guideline(
            required("servers", "volumes"),
            capability("servers", flagged(1)),
            capability("volumes", test(1)));

    Verdict verdict = score(guideline, run(result(1, FAILED)));

    assertThat(verdict.status()).isEqualTo(NOT_CONFORMANT);
    assertThat(verdict.full().mustPass()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"ADVISORY", "DEPRECATED", "REMOVED"})
  void onlyRequiredCapabilitiesCount(Status status) {
    Guideline guideline =
        guideline(
            Map.of(Status.REQUIRED, List.of("servers"), status, List.of("volumes")),
            capability("volumes", test(2)),
            capability("servers", test(1)));

    Verdict verdict = score(guideline, run(result(1, PASSED), result(2, FAILED)));

    assertThat(verdict.status()).isEqualTo(CONFORMANT);
    assertThat(verdict.capabilities())
        .extracting(ScoredCapability::name)
        .containsExactly("servers", "volumes");
    assertThat(verdict.capabilities().get(1).tests().get(0).counting())
        .isEqualTo(CountingRule.NOT_REQUIRED);
  }

  @ParameterizedTest
  @CsvSource({"PASSED, INCONCLUSIVE", "NOT_RUN, INCONCLUSIVE", "FAILED, NOT_CONFORMANT"})
  void partialRunIsNeverConformant(Outcome second, VerdictStatus word) {
    RunRecord run = run(false, "--service compute", result(1, PASSED), result(2, second));

    Verdict verdict = score(TWO_TESTS, run);

    assertThat(verdict.status()).isEqualTo(word);
    assertThat(verdict.full().reasons()).contains("the run left tests out: --service compute");
    assertThat(verdict.apiContract().status()).isEqualTo(word);
  }

  @Test
  void simulatedCloudGetsAWordButNeverTheMark() {
    Verdict verdict = score(TWO_TESTS, run(true, "", result(1, PASSED), result(2, PASSED)));

    assertThat(verdict.status()).isEqualTo(CONFORMANT);
    assertThat(verdict.barriers()).containsExactly("the cloud is simulated");
  }

  @Test
  void markIsCarriedByTheFullColumn() {
    Scorer scorer =
        new Scorer(List.of(entry(1, Basis.API_CONTRACT), entry(2, Basis.GUEST_ACCESS)), TERMS);

    Verdict verdict =
        scorer.score(TWO_TESTS, COMPUTE, run(result(1, PASSED), result(2, SKIPPED)), List.of());

    assertThat(verdict.apiContract().status()).isEqualTo(CONFORMANT);
    assertThat(verdict.barriers()).containsExactly("the full column is inconclusive");
  }

  @Test
  void draftGuidelineCannotCarryTheMark() {
    Guideline draft =
        new Guideline(
            "next",
            "2.0",
            TWO_TESTS.contentHash(),
            "draft",
            TWO_TESTS.replaces(),
            TWO_TESTS.releases(),
            TWO_TESTS.targets(),
            TWO_TESTS.components(),
            TWO_TESTS.capabilities(),
            TWO_TESTS.annex(),
            List.of());

    Verdict verdict = score(draft, run(result(1, PASSED), result(2, PASSED)));

    assertThat(verdict.barriers()).containsExactly("guideline next is not approved but \"draft\"");
  }

  @Test
  void capabilityWithoutTestsIsNotEvidenced() {
    Guideline guideline =
        guideline(
            required("servers", "volumes", "images"),
            capability("servers", test(1)),
            capability("volumes"),
            capability("images", flagged(2)));

    Verdict verdict = score(guideline, run(result(1, PASSED)));

    assertThat(verdict.notEvidenced())
        .containsExactly(
            new Verdict.NotEvidenced("volumes", "it has no tests"),
            new Verdict.NotEvidenced("images", "its only test is flagged"));
  }

  @Test
  void refusesTwoResultsOfOneId() {
    RunRecord twice = run(result(1, PASSED), result(1, FAILED));

    assertThatThrownBy(() -> score(TWO_TESTS, twice))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "results: expected each test once but found 00000000-0000-0000-0000-000000000001"
                + " twice");
  }

  @Test
  void refusesATargetOfAnotherGuideline() {
    Target dns = new Target("dns", "DNS", Target.Kind.ADD_ON, List.of("dns"), List.of());

    assertThatThrownBy(() -> scorer().score(TWO_TESTS, dns, run(), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("guideline 2020.06: expected a target among compute but found \"dns\"");
  }

  @Test
  void sameInputGivesTheSameVerdict() {
    RunRecord run = run(result(2, NOT_IMPLEMENTED), result(1, FLAKY));

    assertThat(score(TWO_TESTS, run)).isEqualTo(score(TWO_TESTS, run));
  }
}
