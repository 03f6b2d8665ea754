package org.defcore.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.result.Outcome.BLOCKED;
import static org.defcore.result.Outcome.FAILED;
import static org.defcore.result.Outcome.FLAKY;
import static org.defcore.result.Outcome.NOT_APPLICABLE;
import static org.defcore.result.Outcome.PASSED;
import static org.defcore.verdict.Rules.COMPUTE;
import static org.defcore.verdict.Rules.TERMS;
import static org.defcore.verdict.Rules.capability;
import static org.defcore.verdict.Rules.guideline;
import static org.defcore.verdict.Rules.id;
import static org.defcore.verdict.Rules.required;
import static org.defcore.verdict.Rules.result;
import static org.defcore.verdict.Rules.run;
import static org.defcore.verdict.Rules.scorer;
import static org.defcore.verdict.Rules.terms;
import static org.defcore.verdict.Rules.test;
import static org.defcore.verdict.VerdictStatus.CONFORMANT;
import static org.defcore.verdict.VerdictStatus.INCONCLUSIVE;
import static org.defcore.verdict.VerdictStatus.NOT_CONFORMANT;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Target;
import org.defcore.policy.Mark;
import org.defcore.policy.Policy;
import org.defcore.policy.Waiver;
import org.defcore.policy.Waiver.Scope;
import org.defcore.result.Outcome;
import org.defcore.result.RunRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that need not pass, on 2026-11-22, in a run on the cloud {@code acme}. */
class WaiversTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
  private static final Waiver SERVERS = waiver(Scope.ofCapability("servers"));
  private static final Guideline GUIDELINE =
      guideline(
          required("servers", "volumes"),
          capability("servers", test(1), test(2)),
          capability("volumes", test(2), test(3)));

  private static Waiver waiver(Scope scope) {
    return waiver(scope, Optional.empty(), FIRST, LAST);
  }

  private static Waiver waiver(
      Scope scope, Optional<String> holder, LocalDate from, LocalDate until, String... guidelines) {
    return new Waiver(scope, holder, List.of(guidelines), "slow images", "the board", from, until);
  }

  private static Policy policy(Waiver... waivers) {
    return new Policy(Mark.FULL, Policy.USUAL.kinds(), 0, List.of(waivers), 2);
  }

  private static Verdict score(RunRecord run, Waiver... waivers) {
    return scorer(terms(policy(waivers))).score(GUIDELINE, COMPUTE, run, List.of());
  }

  private static RunRecord with(Outcome first, Outcome second, Outcome third) {
    return run(result(1, first), result(2, second), result(3, third));
  }

  @Test
  void waivedCapabilityLeavesAnAsteriskAndAReason() {
    Verdict verdict = score(with(FAILED, PASSED, PASSED), SERVERS);

    assertThat(verdict.status()).isEqualTo(CONFORMANT);
    assertThat(verdict.marked().asterisk()).isTrue();
    assertThat(verdict.marked().text()).isEqualTo("conformant*");
    assertThat(verdict.marked().reasons())
        .containsExactly(
            "1 of 3 required tests is waived by capability servers, by the board,"
                + " until 2026-12-31: slow images");
    assertThat(verdict.barriers()).isEmpty();
    assertThat(verdict.waivers())
        .containsExactly(new WaiverEffect(SERVERS, List.of(id(1).toString()), ""));
  }

  @Test
  void outcomeOfAWaivedTestStaysWhatItWas() {
    Verdict verdict = score(with(FAILED, PASSED, PASSED), SERVERS);

    assertThat(verdict.waived()).extracting(TestLine::outcome).containsExactly(FAILED);
    assertThat(verdict.failed()).isEmpty();
    assertThat(verdict.full().count(FAILED)).isEqualTo(1);
    assertThat(verdict.full().failed()).isZero();
    assertThat(verdict.full().waivedTests()).isEqualTo(1);
    assertThat(verdict.full().passed()).isEqualTo(2);
    assertThat(verdict.full().missing()).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      value = Outcome.class,
      names = {"PASSED"},
      mode = EnumSource.Mode.EXCLUDE)
  void everyOutcomeButAPassCanBeWaived(Outcome outcome) {
    Verdict verdict = score(with(outcome, PASSED, PASSED), waiver(Scope.of(id(1))));

    assertThat(verdict.marked().text()).isEqualTo("conformant*");
    assertThat(verdict.missing()).isEmpty();
    assertThat(verdict.waived()).extracting(TestLine::outcome).containsExactly(outcome);
  }

  @Test
  void whatIsNotWaivedStandsInTheWayStill() {
    Verdict failed = score(with(FAILED, PASSED, FAILED), SERVERS);
    Verdict blocked = score(with(FAILED, PASSED, BLOCKED), SERVERS);

    assertThat(failed.marked().text()).isEqualTo("not-conformant");
    assertThat(failed.full().reasons()).hasSize(2).contains("1 of 3 required tests failed");
    assertThat(blocked.status()).isEqualTo(INCONCLUSIVE);
    assertThat(blocked.marked().asterisk()).isFalse();
  }

  @Test
  void testOfTwoCapabilitiesIsLetOffOnlyByBoth() {
    Waiver volumes = waiver(Scope.ofCapability("volumes"));
    RunRecord run = with(PASSED, FAILED, PASSED);

    Verdict one = score(run, SERVERS);
    Verdict both = score(run, SERVERS, volumes);

    assertThat(one.status()).isEqualTo(NOT_CONFORMANT);
    assertThat(one.waivers())
        .containsExactly(
            new WaiverEffect(
                SERVERS, List.of(), "its tests are required by another capability as well"));
    assertThat(score(run, volumes).status()).isEqualTo(NOT_CONFORMANT);
    assertThat(score(run, waiver(Scope.of(id(2)))).marked().text()).isEqualTo("conformant*");
    assertThat(both.marked().text()).isEqualTo("conformant*");
    assertThat(both.waivers()).allMatch(WaiverEffect::used);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, 2026-11-21, 'it ended on 2026-11-21, before 2026-11-22'",
    "2026-11-23, 2026-12-31, 'it begins on 2026-11-23, after 2026-11-22'"
  })
  void waiverOutOfDateHasNoEffectAndIsListed(LocalDate from, LocalDate until, String why) {
    Waiver late = waiver(SERVERS.scope(), Optional.empty(), from, until);

    Verdict verdict = score(with(FAILED, PASSED, PASSED), late);

    assertThat(verdict.status()).isEqualTo(NOT_CONFORMANT);
    assertThat(verdict.full().reasons()).containsExactly("1 of 3 required tests failed");
    assertThat(verdict.failed()).hasSize(1);
    assertThat(verdict.waivers()).containsExactly(new WaiverEffect(late, List.of(), why));
  }

  @Test
  void waiverGoesForItsHolderAlone() {
    Waiver acme = waiver(SERVERS.scope(), Optional.of("acme"), FIRST, LAST);
    Waiver other = waiver(SERVERS.scope(), Optional.of("Other Cloud"), FIRST, LAST);
    ScoringTerms product =
        new ScoringTerms(
            policy(other), TERMS.asOf(), TERMS.offer(), Optional.of("Other Cloud"), List.of());
    RunRecord run = with(FAILED, PASSED, PASSED);

    assertThat(score(run, acme).status()).as("by cloud").isEqualTo(CONFORMANT);
    assertThat(scorer(product).score(GUIDELINE, COMPUTE, run, List.of()).status())
        .as("by product")
        .isEqualTo(CONFORMANT);
    assertThat(score(run, other).status()).isEqualTo(NOT_CONFORMANT);
    assertThat(score(run, other).waivers())
        .extracting(WaiverEffect::why)
        .containsExactly("it is granted to Other Cloud");
  }

  @Test
  void waiverGoesForItsGuidelinesAlone() {
    Waiver here = waiver(SERVERS.scope(), Optional.empty(), FIRST, LAST, "2019.11", "2020.06");
    Waiver elsewhere = waiver(SERVERS.scope(), Optional.empty(), FIRST, LAST, "2019.11", "2018.02");
    RunRecord run = with(FAILED, PASSED, PASSED);

    assertThat(score(run, here).status()).isEqualTo(CONFORMANT);
    assertThat(score(run, elsewhere).status()).isEqualTo(NOT_CONFORMANT);
    assertThat(score(run, elsewhere).waivers())
        .extracting(WaiverEffect::why)
        .containsExactly("it applies to guideline 2018.02, 2019.11");
  }

  @Test
  void waiverThatNobodyNeedsSaysSo() {
    Verdict verdict =
        score(
            with(PASSED, PASSED, NOT_APPLICABLE),
            waiver(Scope.ofCapability("images")),
            SERVERS,
            waiver(Scope.ofCapability("volumes")),
            waiver(Scope.of(id(3))));

    assertThat(verdict.waivers())
        .extracting(it -> it.waiver().scope().name() + ": " + it.why())
        .containsExactly(
            "images: it covers no required test of this target",
            "servers: all tests that it covers passed",
            "volumes: ",
            id(3) + ": another waiver already covers its tests");
    assertThat(score(with(PASSED, PASSED, PASSED), SERVERS).marked().text())
        .isEqualTo("conformant");
  }

  @Test
  void waivedFlakyTestTakesNoneOfTheAllowance() {
    Policy policy =
        new Policy(Mark.FULL, Policy.USUAL.kinds(), 1, List.of(waiver(Scope.of(id(1)))), 2);

    Verdict verdict =
        scorer(terms(policy)).score(GUIDELINE, COMPUTE, with(FLAKY, FLAKY, PASSED), List.of());

    assertThat(verdict.marked().text()).isEqualTo("conformant*");
    assertThat(verdict.full().flakyCounted()).isEqualTo(1);
    assertThat(verdict.flakyCounted())
        .extracting(TestLine::name)
        .containsExactly("tempest.api.test_2");
  }

  @Test
  void asteriskOfAPrerequisiteIsTheAddOnsToo() {
    Target dns = new Target("dns", "DNS", Target.Kind.ADD_ON, List.of("dns"), List.of("compute"));
    Guideline addOn =
        guideline(
            List.of(dns),
            List.of(new Guideline.Component("dns", required("zones"))),
            capability("zones", test(4)));
    Scorer scorer = scorer(terms(policy(SERVERS)));
    RunRecord run = run(result(1, FAILED), result(2, PASSED), result(3, PASSED), result(4, PASSED));
    Verdict compute = scorer.score(GUIDELINE, COMPUTE, run, List.of());

    Verdict verdict = scorer.score(addOn, dns, run, List.of(compute));

    assertThat(verdict.marked().text()).isEqualTo("conformant*");
    assertThat(verdict.marked().reasons()).containsExactly("prerequisite compute is conformant*");
  }
}
