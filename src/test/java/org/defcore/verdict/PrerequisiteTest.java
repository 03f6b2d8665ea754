package org.defcore.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.result.Outcome.FAILED;
import static org.defcore.result.Outcome.PASSED;
import static org.defcore.result.Outcome.SKIPPED;
import static org.defcore.verdict.Rules.COMPUTE;
import static org.defcore.verdict.Rules.TERMS;
import static org.defcore.verdict.Rules.capability;
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
import static org.defcore.verdict.VerdictStatus.NOTHING_REQUIRED;

import java.util.List;
import org.defcore.capability.Basis;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Guideline.Component;
import org.defcore.guideline.GuidelineTest;
import org.defcore.guideline.Target;
import org.defcore.result.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PrerequisiteTest {

  private static final Target DNS =
      new Target("dns", "DNS", Target.Kind.ADD_ON, List.of("dns"), List.of("compute"));
  private static final Target PLATFORM =
      new Target(
          "platform",
          "Powered Platform",
          Target.Kind.PLATFORM,
          List.of("compute", "object"),
          List.of());

  private static final Guideline ADD_ON = addOn(test(2));

  @ParameterizedTest
  @CsvSource({
    "PASSED, PASSED, CONFORMANT",
    "PASSED, SKIPPED, INCONCLUSIVE",
    "PASSED, FAILED, NOT_CONFORMANT",
    "SKIPPED, PASSED, INCONCLUSIVE",
    "SKIPPED, SKIPPED, INCONCLUSIVE",
    "SKIPPED, FAILED, NOT_CONFORMANT",
    "FAILED, PASSED, NOT_CONFORMANT",
    "FAILED, SKIPPED, NOT_CONFORMANT",
    "FAILED, FAILED, NOT_CONFORMANT"
  })
  void prerequisiteCapsTheWord(Outcome ofCompute, Outcome ofDns, VerdictStatus word) {
    Verdict verdict =
        scorer().score(ADD_ON, DNS, run(result(2, ofDns)), List.of(compute(ofCompute)));

    assertThat(verdict.full().status()).isEqualTo(word);
    assertThat(verdict.apiContract().status()).isEqualTo(word);
  }

  @Test
  void saysWhichPrerequisiteIsUnmet() {
    Verdict failed = scorer().score(ADD_ON, DNS, run(result(2, PASSED)), List.of(compute(FAILED)));
    Verdict skipped =
        scorer().score(ADD_ON, DNS, run(result(2, PASSED)), List.of(compute(SKIPPED)));

    assertThat(failed.full().reasons()).containsExactly("prerequisite compute is not-conformant");
    assertThat(skipped.full().reasons()).containsExactly("prerequisite compute is inconclusive");
  }

  @Test
  void prerequisiteWithoutRequirementsProvesNothing() {
    Verdict empty = score(guideline(required()), run());

    Verdict verdict = scorer().score(ADD_ON, DNS, run(result(2, PASSED)), List.of(empty));

    assertThat(verdict.status()).isEqualTo(INCONCLUSIVE);
    assertThat(verdict.full().reasons())
        .containsExactly("prerequisite compute is nothing-required");
  }

  @Test
  void addOnThatRequiresNothingStaysSo() {
    Verdict verdict = scorer().score(addOn(flagged(2)), DNS, run(), List.of(compute(FAILED)));

    assertThat(verdict.status()).isEqualTo(NOTHING_REQUIRED);
  }

  @Test
  void conformantPlatformSettlesEachOfItsComponents() {
    Verdict verdict =
        scorer().score(ADD_ON, DNS, run(result(2, PASSED)), List.of(platform(PASSED)));

    assertThat(verdict.status()).isEqualTo(CONFORMANT);
  }

  @Test
  void platformThatFailsInObjectSaysNothingOfCompute() {
    Verdict alone = scorer().score(ADD_ON, DNS, run(result(2, PASSED)), List.of(platform(FAILED)));
    Verdict together =
        scorer()
            .score(ADD_ON, DNS, run(result(2, PASSED)), List.of(platform(FAILED), compute(PASSED)));

    assertThat(alone.status()).isEqualTo(INCONCLUSIVE);
    assertThat(alone.full().reasons())
        .containsExactly("prerequisite compute has no verdict that covers it");
    assertThat(together.status()).isEqualTo(CONFORMANT);
  }

  @Test
  void eachColumnStandsOnItsOwn() {
    Guideline powered = guideline(required("servers"), capability("servers", test(1), test(3)));
    Scorer scorer =
        new Scorer(
            List.of(
                entry(1, Basis.API_CONTRACT),
                entry(2, Basis.API_CONTRACT),
                entry(3, Basis.GUEST_ACCESS)),
            TERMS);
    Verdict compute =
        scorer.score(powered, COMPUTE, run(result(1, PASSED), result(3, SKIPPED)), List.of());

    Verdict verdict = scorer.score(ADD_ON, DNS, run(result(2, PASSED)), List.of(compute));

    assertThat(verdict.full().status()).isEqualTo(INCONCLUSIVE);
    assertThat(verdict.apiContract().status()).isEqualTo(CONFORMANT);
  }

  private static Guideline addOn(GuidelineTest test) {
    return guideline(
        List.of(DNS), List.of(new Component("dns", required("zones"))), capability("zones", test));
  }

  private static Verdict compute(Outcome outcome) {
    return score(
        guideline(required("servers"), capability("servers", test(1))), run(result(1, outcome)));
  }

  /** Compute has passed; object fares as told. */
  private static Verdict platform(Outcome ofObject) {
    Guideline powered =
        guideline(
            List.of(PLATFORM),
            List.of(
                new Component("compute", required("servers")),
                new Component("object", required("containers"))),
            capability("servers", test(1)),
            capability("containers", test(3)));
    return scorer()
        .score(powered, PLATFORM, run(result(1, PASSED), result(3, ofObject)), List.of());
  }
}
