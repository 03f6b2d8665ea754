package org.defcore.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.result.Outcome.BLOCKED;
import static org.defcore.result.Outcome.FAILED;
import static org.defcore.result.Outcome.FLAKY;
import static org.defcore.result.Outcome.NOT_APPLICABLE;
import static org.defcore.result.Outcome.PASSED;
import static org.defcore.result.Outcome.SKIPPED;
import static org.defcore.verdict.Rules.COMPUTE;
import static org.defcore.verdict.Rules.capability;
import static org.defcore.verdict.Rules.entry;
import static org.defcore.verdict.Rules.guideline;
import static org.defcore.verdict.Rules.required;
import static org.defcore.verdict.Rules.result;
import static org.defcore.verdict.Rules.run;
import static org.defcore.verdict.Rules.scorer;
import static org.defcore.verdict.Rules.terms;
import static org.defcore.verdict.Rules.test;
import static org.defcore.verdict.VerdictStatus.CONFORMANT;
import static org.defcore.verdict.VerdictStatus.INCONCLUSIVE;
import static org.defcore.verdict.VerdictStatus.NOT_CONFORMANT;

import java.util.List;
import java.util.Set;
import org.defcore.capability.Basis;
import org.defcore.capability.CatalogueEntry;
import org.defcore.guideline.Guideline;
import org.defcore.policy.Mark;
import org.defcore.policy.Policy;
import org.defcore.result.Outcome;
import org.defcore.result.RunRecord;
import org.defcore.result.remark.Remark;
import org.defcore.result.remark.RemarkKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Effect of the policy on the mark, flaky tests and tests that are not applicable. */
class PolicyEffectTest {

  private static final Guideline THREE =
      guideline(required("servers"), capability("servers", test(1), test(2), test(3)));

  private static Policy marked(Mark mark) {
    return new Policy(mark, Policy.USUAL.kinds(), 0, List.of(), 2);
  }

  private static Policy allowing(int flaky) {
    return new Policy(Mark.FULL, Policy.USUAL.kinds(), flaky, List.of(), 2);
  }

  private static Verdict score(Policy policy, Outcome... outcomes) {
    RunRecord run = run(result(1, outcomes[0]), result(2, outcomes[1]), result(3, outcomes[2]));
    return scorer(terms(policy)).score(THREE, COMPUTE, run, List.of());
  }

  @Test
  void oneRunHasTwoVerdictsWhoseDifferenceIsExplained() {
    List<CatalogueEntry> catalogue =
        List.of(
            entry(1, Basis.API_CONTRACT),
            entry(2, Basis.INSTANCE_LIFECYCLE),
            entry(3, Basis.GUEST_ACCESS));
    RunRecord run = run(result(1, PASSED), result(2, PASSED), result(3, FAILED));

    Verdict full =
        new Scorer(catalogue, terms(marked(Mark.FULL))).score(THREE, COMPUTE, run, List.of());
    Verdict api =
        new Scorer(catalogue, terms(marked(Mark.API_CONTRACT)))
            .score(THREE, COMPUTE, run, List.of());

    assertThat(full.status()).isEqualTo(NOT_CONFORMANT);
    assertThat(full.marked().reasons()).containsExactly("1 of 3 required tests failed");
    assertThat(full.barriers()).containsExactly("the full column is not-conformant");
    assertThat(api.status()).isEqualTo(CONFORMANT);
    assertThat(api.marked().reasons()).isEmpty();
    assertThat(api.barriers()).isEmpty();
    assertThat(api.outsideApiContract())
        .extracting(TestLine::name)
        .containsExactly("tempest.api.test_3");
    assertThat(List.of(api.full(), api.apiContract()))
        .as("columns are those of the run, whatever the policy")
        .isEqualTo(List.of(full.full(), full.apiContract()));
  }

  @Test
  void remarksChangeAVerdictOnlyIfThePolicyCountsTheirKind() {
    Remark own =
        new Remark(RemarkKind.IDENTITY, "compute", "GET /servers", "/id", "other", "t", 0, 2);
    Remark others = new Remark(RemarkKind.PAGE, "dns", "GET /v2/zones", "next", "no", "t", 0, 1);
    RunRecord run =
        run(
            false,
            "",
            List.of(own, others),
            result(1, PASSED),
            result(2, PASSED),
            result(3, PASSED));

    Verdict noted = scorer(terms(Policy.USUAL)).score(THREE, COMPUTE, run, List.of());
    Verdict pages = scorer(terms(counting(RemarkKind.PAGE))).score(THREE, COMPUTE, run, List.of());
    Verdict ids =
        scorer(terms(counting(RemarkKind.IDENTITY))).score(THREE, COMPUTE, run, List.of());

    assertThat(noted.status()).isEqualTo(CONFORMANT);
    assertThat(pages.status()).as("remarks on a service that no test counts").isEqualTo(CONFORMANT);
    assertThat(ids.status()).isEqualTo(NOT_CONFORMANT);
    assertThat(ids.apiContract().reasons())
        .containsExactly("1 remark of kinds that count as failures by the policy: identity");
  }

  private static Policy counting(RemarkKind kind) {
    return Policy.USUAL.counting(Set.of(kind));
  }

  @Test
  void columnThatCarriesTheMarkIsNamedWhereItIsABarrier() {
    assertThat(score(marked(Mark.API_CONTRACT), PASSED, PASSED, BLOCKED).barriers())
        .containsExactly("the API-contract column is inconclusive");
  }

  @Test
  void flakyTestsWithinTheAllowanceCountAsPassed() {
    Verdict verdict = score(allowing(2), PASSED, FLAKY, FLAKY);

    assertThat(verdict.status()).isEqualTo(CONFORMANT);
    assertThat(verdict.marked().asterisk()).isFalse();
    assertThat(verdict.marked().reasons())
        .containsExactly("2 flaky tests count as passed: the policy allows 2");
    assertThat(verdict.full().passed()).isEqualTo(3);
    assertThat(verdict.full().count(FLAKY)).isEqualTo(2);
    assertThat(verdict.full().missing()).isZero();
    assertThat(verdict.missing()).isEmpty();
    assertThat(verdict.flakyCounted()).hasSize(2);
    assertThat(verdict.barriers()).isEmpty();
  }

  @Test
  void skippedTestsAreNoFailureWhereThePolicySaysSo() {
    Verdict verdict = score(Policy.USUAL.skipping(Policy.ANY), PASSED, SKIPPED, SKIPPED);

    assertThat(verdict.status()).isEqualTo(CONFORMANT);
    assertThat(verdict.marked().reasons())
        .containsExactly("2 skipped tests are no failure: the policy allows any");
    assertThat(verdict.full().passed()).as("a skip is no pass").isEqualTo(1);
    assertThat(verdict.full().skippedExcused()).isEqualTo(2);
    assertThat(verdict.full().missing()).isZero();
    assertThat(verdict.missing()).isEmpty();
    assertThat(verdict.skippedExcused()).hasSize(2);
    assertThat(verdict.barriers()).isEmpty();
    assertThat(score(Policy.USUAL, PASSED, SKIPPED, SKIPPED).status()).isEqualTo(INCONCLUSIVE);
  }

  @Test
  void failureStaysAFailureBesideSkips() {
    Verdict verdict = score(Policy.USUAL.skipping(Policy.ANY), PASSED, SKIPPED, FAILED);

    assertThat(verdict.status()).isEqualTo(NOT_CONFORMANT);
    assertThat(verdict.marked().reasons())
        .containsExactly(
            "1 of 3 required tests failed", "1 skipped test is no failure: the policy allows any");
  }

  @ParameterizedTest
  @EnumSource(
      value = Outcome.class,
      names = {"BLOCKED", "NOT_RUN", "NOT_IMPLEMENTED", "NOT_APPLICABLE", "ERROR", "FLAKY"})
  void onlyASkipIsASkip(Outcome other) {
    Verdict verdict = score(Policy.USUAL.skipping(Policy.ANY), PASSED, SKIPPED, other);

    assertThat(verdict.status()).isEqualTo(INCONCLUSIVE);
    assertThat(verdict.missing()).extracting(TestLine::outcome).containsExactly(other);
    assertThat(verdict.full().missing()).isEqualTo(1);
  }

  @Test
  void moreSkipsThanTheAllowanceCountForNothing() {
    Verdict verdict = score(Policy.USUAL.skipping(1), PASSED, SKIPPED, SKIPPED);

    assertThat(verdict.status()).isEqualTo(INCONCLUSIVE);
    assertThat(verdict.marked().reasons())
        .containsExactly(
            "2 of 3 required tests could not be judged: 2 skipped",
            "2 tests were skipped and the policy allows 1: none of them is allowed");
    assertThat(verdict.missing()).hasSize(2);
    assertThat(verdict.skippedExcused()).isEmpty();
  }

  @Test
  void skipsAloneShowNothing() {
    Verdict verdict = score(Policy.USUAL.skipping(Policy.ANY), SKIPPED, SKIPPED, SKIPPED);

    assertThat(verdict.status()).isEqualTo(INCONCLUSIVE);
    assertThat(verdict.marked().reasons())
        .contains("no test passed, so the policy allows no skipped test");
  }

  @Test
  void moreFlakyTestsThanTheAllowanceCountForNothing() {
    Verdict verdict = score(allowing(1), PASSED, FLAKY, FLAKY);

    assertThat(verdict.status()).isEqualTo(INCONCLUSIVE);
    assertThat(verdict.marked().reasons())
        .containsExactly(
            "2 of 3 required tests could not be judged: 2 flaky",
            "2 flaky tests are more than the 1 that the policy allows: none counts as passed");
    assertThat(verdict.full().passed()).isEqualTo(1);
    assertThat(verdict.flakyCounted()).isEmpty();
    assertThat(verdict.missing()).hasSize(2);
  }

  @Test
  void allowanceLetsNothingElseOff() {
    assertThat(score(allowing(3), PASSED, FLAKY, FAILED).status()).isEqualTo(NOT_CONFORMANT);
    Verdict verdict = score(allowing(3), PASSED, FLAKY, BLOCKED);

    assertThat(verdict.status()).isEqualTo(INCONCLUSIVE);
    assertThat(verdict.marked().reasons())
        .containsExactly(
            "1 of 3 required tests could not be judged: 1 blocked",
            "1 flaky test counts as passed: the policy allows 3");
    assertThat(verdict.full().missing()).isEqualTo(1);
  }

  @Test
  void notApplicableIsNoPassAndIsSaidInItsOwnWords() {
    Verdict one = score(Policy.USUAL, PASSED, BLOCKED, NOT_APPLICABLE);
    Verdict two = score(Policy.USUAL, NOT_APPLICABLE, PASSED, NOT_APPLICABLE);

    assertThat(one.full().status()).isEqualTo(INCONCLUSIVE);
    assertThat(one.full().reasons())
        .containsExactly(
            "1 of 3 required tests could not be judged: 1 blocked",
            "1 of 3 required tests is not applicable to the declared kind");
    assertThat(two.full().status()).isEqualTo(INCONCLUSIVE);
    assertThat(two.full().reasons())
        .containsExactly("2 of 3 required tests are not applicable to the declared kind");
    assertThat(two.full().passed()).isEqualTo(1);
    assertThat(two.full().missing()).isEqualTo(2);
    assertThat(two.notApplicable())
        .extracting(TestLine::name)
        .containsExactly("tempest.api.test_1", "tempest.api.test_3");
  }
}
