package org.defcore.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.result.Outcome.FAILED;
import static org.defcore.result.Outcome.PASSED;
import static org.defcore.verdict.Rules.COMPUTE;
import static org.defcore.verdict.Rules.capability;
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
import static org.defcore.verdict.VerdictStatus.NOT_CONFORMANT;

import java.util.List;
import java.util.Map;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Guideline.Component;
import org.defcore.guideline.Status;
import org.defcore.guideline.Target;
import org.junit.jupiter.api.Test;

/** Inputs on which an earlier scorer said YES, counted twice or gave up. */
final class ScoringTrapsTest {

  @Test
  void targetWithoutRequiredCapabilitiesIsNotConformant() {
    Guideline guideline =
        guideline(Map.of(Status.ADVISORY, List.of("servers")), capability("servers", test(1)));

    Verdict verdict = score(guideline, run(result(1, PASSED)));

    assertThat(verdict.status()).isEqualTo(NOTHING_REQUIRED);
    assertThat(verdict.full().reasons()).containsExactly("no capability is required");
    assertThat(verdict.apiContract().status()).isEqualTo(NOTHING_REQUIRED);
    assertThat(verdict.barriers()).containsExactly("the full column is nothing-required");
  }

  @Test
  void requiredButUndefinedCapabilityWithholdsTheVerdict() {
    Guideline guideline = guideline(required("servers", "phantom"), capability("servers", test(1)));

    Verdict passed = score(guideline, run(result(1, PASSED)));
    Verdict failed = score(guideline, run(result(1, FAILED)));

    assertThat(passed.status()).isEqualTo(INCONCLUSIVE);
    assertThat(passed.full().reasons())
        .containsExactly("the guideline requires phantom but does not define it: verdict withheld");
    assertThat(passed.undefined())
        .containsExactly(new Verdict.Undefined(Status.REQUIRED, "phantom"));
    assertThat(failed.status()).isEqualTo(INCONCLUSIVE);
    assertThat(failed.failed()).hasSize(1);
  }

  @Test
  void nothingButAnUndefinedCapabilityIsInconclusiveToo() {
    Verdict verdict = score(guideline(required("phantom")), run());

    assertThat(verdict.status()).isEqualTo(INCONCLUSIVE);
    assertThat(verdict.apiContract().status()).isEqualTo(INCONCLUSIVE);
  }

  @Test
  void undefinedComponentWithholdsTheVerdict() {
    Target target =
        new Target(
            "platform", "Platform", Target.Kind.PLATFORM, List.of("compute", "dns"), List.of());
    Guideline guideline =
        guideline(
            List.of(target),
            List.of(new Component("compute", required("servers"))),
            capability("servers", test(1)));

    Verdict verdict = scorer().score(guideline, target, run(result(1, PASSED)), List.of());

    assertThat(verdict.status()).isEqualTo(INCONCLUSIVE);
    assertThat(verdict.full().reasons())
        .containsExactly("the guideline requires dns but does not define it: verdict withheld");
  }

  @Test
  void undefinedCapabilityThatWasRemovedDoesNoHarm() {
    Guideline guideline =
        guideline(
            Map.of(Status.REQUIRED, List.of("servers"), Status.REMOVED, List.of("phantom")),
            capability("servers", test(1)));

    Verdict verdict = score(guideline, run(result(1, PASSED)));

    assertThat(verdict.status()).isEqualTo(CONFORMANT);
    assertThat(verdict.undefined())
        .containsExactly(new Verdict.Undefined(Status.REMOVED, "phantom"));
  }

  @Test
  void allTestsFlaggedIsNotEvidenced() {
    Guideline guideline =
        guideline(required("servers"), capability("servers", flagged(1), flagged(2)));

    Verdict verdict = score(guideline, run(result(1, PASSED), result(2, PASSED)));

    assertThat(verdict.status()).isEqualTo(NOTHING_REQUIRED);
    assertThat(verdict.full().reasons())
        .containsExactly("no test counts: every required test is flagged");
    assertThat(verdict.notEvidenced())
        .containsExactly(new Verdict.NotEvidenced("servers", "all of its 2 tests are flagged"));
  }

  @Test
  void testInTwoRequiredCapabilitiesCountsOnce() {
    Guideline guideline =
        guideline(
            required("servers", "volumes"),
            capability("servers", test(1), test(2)),
            capability("volumes", test(2)));

    Verdict verdict = score(guideline, run(result(1, PASSED), result(2, FAILED)));

    assertThat(verdict.full().mustPass()).isEqualTo(2);
    assertThat(verdict.full().failed()).isEqualTo(1);
    assertThat(verdict.capabilities().get(1).tests().get(0).counting())
        .isEqualTo(CountingRule.COUNTED_ELSEWHERE);
  }

  @Test
  void requiredInOneComponentAndAdvisoryInAnotherFollowsTheTarget() {
    Target both =
        new Target(
            "platform", "Platform", Target.Kind.PLATFORM, List.of("object", "compute"), List.of());
    Target object =
        new Target("object", "Object", Target.Kind.PLATFORM, List.of("object"), List.of());
    Guideline guideline =
        guideline(
            List.of(both, object),
            List.of(
                new Component("object", Map.of(Status.ADVISORY, List.of("tokens"))),
                new Component("compute", required("tokens"))),
            capability("tokens", test(1)));

    assertThat(scorer().score(guideline, both, run(result(1, FAILED)), List.of()).status())
        .isEqualTo(NOT_CONFORMANT);
    assertThat(scorer().score(guideline, object, run(result(1, FAILED)), List.of()).status())
        .isEqualTo(NOTHING_REQUIRED);
  }

  @Test
  void requiredAndRemovedAtOnceIsRequired() {
    Guideline guideline =
        guideline(
            Map.of(Status.REQUIRED, List.of("servers"), Status.REMOVED, List.of("servers")),
            capability("servers", test(1)));

    Verdict verdict = score(guideline, run(result(1, FAILED)));

    assertThat(verdict.status()).isEqualTo(NOT_CONFORMANT);
    assertThat(verdict.capabilities()).hasSize(1);
  }

  @Test
  void addOnWithoutPlatformEvidenceIsInconclusive() {
    Target dns = new Target("dns", "DNS", Target.Kind.ADD_ON, List.of("dns"), List.of("compute"));
    Guideline guideline =
        guideline(
            List.of(dns),
            List.of(new Component("dns", required("zones"))),
            capability("zones", test(1)));

    Verdict verdict = scorer().score(guideline, dns, run(result(1, PASSED)), List.of());

    assertThat(verdict.status()).isEqualTo(INCONCLUSIVE);
    assertThat(verdict.full().reasons())
        .containsExactly("prerequisite compute has no verdict that covers it");
  }

  @Test
  void verticalIsScoredAsAnyOtherTarget() {
    Target nfv = new Target("nfv", "NFV", Target.Kind.VERTICAL, List.of("nfv"), List.of());
    Guideline guideline =
        guideline(
            List.of(nfv),
            List.of(new Component("nfv", required("ports"))),
            capability("ports", test(1)));

    Verdict verdict = scorer().score(guideline, nfv, run(result(1, PASSED)), List.of());

    assertThat(verdict.status()).isEqualTo(CONFORMANT);
  }

  @Test
  void emptyRunIsNotConformant() {
    Guideline guideline = guideline(required("servers"), capability("servers", test(1)));

    assertThat(scorer().score(guideline, COMPUTE, run(), List.of()).status())
        .isEqualTo(INCONCLUSIVE);
  }
}
