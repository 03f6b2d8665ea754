package org.defcore.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.result.Outcome.ERROR;
import static org.defcore.result.Outcome.FAILED;
import static org.defcore.result.Outcome.PASSED;
import static org.defcore.verdict.Rules.COMPUTE;
import static org.defcore.verdict.Rules.TWO_TESTS;
import static org.defcore.verdict.Rules.capability;
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
import java.util.Optional;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Guideline.Component;
import org.defcore.guideline.Target;
import org.defcore.result.ExtraAttribute;
import org.defcore.result.Outcome;
import org.defcore.result.RunRecord;
import org.defcore.result.TestResult;
import org.junit.jupiter.api.Test;

/** Verdicts on runs that bypassed attributes which the API does not have. */
final class BypassedVerdictTest {

  private static final Target DNS =
      new Target("dns", "DNS", Target.Kind.ADD_ON, List.of("dns"), List.of("compute"));

  private static TestResult bypassing(int number, Outcome without) {
    return result(number, FAILED)
        .with(
            List.of(new ExtraAttribute("GET /a", "/a/vendor")),
            Optional.of(result(number, without)));
  }

  @Test
  void passByBypassIsAFailureInTheVerdictAndAPassBesideIt() {
    Verdict verdict = score(TWO_TESTS, run(result(1, PASSED), bypassing(2, PASSED)));

    assertThat(verdict.status()).isEqualTo(NOT_CONFORMANT);
    assertThat(verdict.bypassing().map(Verdict::status)).contains(CONFORMANT);
    assertThat(verdict.passedByBypass()).extracting(TestLine::name).containsExactly(Rules.name(2));
    assertThat(verdict.bypassing().flatMap(Verdict::bypassing)).isEmpty();
  }

  @Test
  void whatElseIsWrongCountsInBothViews() {
    Verdict failed = score(TWO_TESTS, run(result(1, PASSED), bypassing(2, FAILED)));
    Verdict open = score(TWO_TESTS, run(result(1, PASSED), bypassing(2, ERROR)));

    assertThat(failed.bypassing().map(Verdict::status)).contains(NOT_CONFORMANT);
    assertThat(open.status()).isEqualTo(NOT_CONFORMANT);
    assertThat(open.bypassing().map(Verdict::status)).contains(INCONCLUSIVE);
    assertThat(open.passedByBypass()).isEmpty();
  }

  @Test
  void runThatBypassedNothingHasOneView() {
    assertThat(score(TWO_TESTS, run(result(1, PASSED), result(2, FAILED))).bypassing()).isEmpty();
  }

  @Test
  void addOnStandsOnItsPlatformOfTheSameView() {
    Guideline guideline =
        guideline(
            List.of(COMPUTE, DNS),
            List.of(
                new Component("compute", required("servers")),
                new Component("dns", required("zones"))),
            capability("servers", test(1)),
            capability("zones", test(2)));
    RunRecord run = run(bypassing(1, PASSED), result(2, PASSED));

    Verdict platform = scorer().score(guideline, COMPUTE, run, List.of());
    Verdict addOn = scorer().score(guideline, DNS, run, List.of(platform));

    assertThat(addOn.status()).isEqualTo(NOT_CONFORMANT);
    assertThat(addOn.bypassing().map(Verdict::status)).contains(CONFORMANT);
  }
}
