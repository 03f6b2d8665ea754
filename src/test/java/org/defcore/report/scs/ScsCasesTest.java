package org.defcore.report.scs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.result.Outcome.ERROR;
import static org.defcore.result.Outcome.FAILED;
import static org.defcore.result.Outcome.FLAKY;
import static org.defcore.result.Outcome.PASSED;
import static org.defcore.result.Outcome.SKIPPED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.defcore.capability.Kind;
import org.defcore.capability.Offer;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Status;
import org.defcore.policy.Mark;
import org.defcore.policy.Policy;
import org.defcore.policy.Waiver;
import org.defcore.report.run.Sample;
import org.defcore.report.run.SampleGuidelines;
import org.defcore.result.Outcome;
import org.defcore.result.TestResult;
import org.defcore.verdict.Scorer;
import org.defcore.verdict.ScoringTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two tests of one capability and one of another, and what becomes of them. */
class ScsCasesTest {

  private static final Policy STRICT =
      new Policy(Mark.FULL, Set.of(Kind.VIRTUAL_MACHINE), 0, List.of(), 2);
  private static final Policy SKIPPING = STRICT.skipping(Policy.ANY);

  @Test
  void passesWhereAllPassed() {
    assertThat(results(STRICT, "", PASSED, PASSED, PASSED))
        .isEqualTo(expected("PASS", "PASS", "PASS"));
  }

  @Test
  void failsWhereOneFailed() {
    assertThat(results(SKIPPING, "", PASSED, FAILED, PASSED))
        .isEqualTo(expected("FAIL", "FAIL", "PASS"));
    assertThat(results(STRICT, "", FAILED, ERROR, SKIPPED))
        .isEqualTo(expected("FAIL", "FAIL", "ABORT"));
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"PASSED", "FAILED"})
  void abortsWhereAnythingElseHappened(Outcome outcome) {
    assertThat(results(STRICT, "", PASSED, PASSED, outcome))
        .isEqualTo(expected("ABORT", "PASS", "ABORT"));
  }

  @Test
  void abortsWhereATestIsMissing() {
    assertThat(results(SKIPPING, "", PASSED, PASSED)).isEqualTo(expected("ABORT", "PASS", "ABORT"));
    assertThat(results(SKIPPING, "")).isEqualTo(expected("ABORT", "ABORT", "ABORT"));
  }

  @Test
  void skippedTestsAreNoFailureWhereThePolicyLetsThemBeAndOthersPassed() {
    assertThat(results(SKIPPING, "", PASSED, SKIPPED, PASSED))
        .isEqualTo(expected("PASS", "PASS", "PASS"));
    assertThat(results(SKIPPING, "", PASSED, PASSED, SKIPPED))
        .as("nothing passed of the other capability")
        .isEqualTo(expected("PASS", "PASS", "ABORT"));
    assertThat(results(SKIPPING, "", SKIPPED, SKIPPED, SKIPPED))
        .isEqualTo(expected("ABORT", "ABORT", "ABORT"));
    assertThat(results(STRICT, "", PASSED, SKIPPED, PASSED))
        .isEqualTo(expected("ABORT", "ABORT", "PASS"));
  }

  @Test
  void flakyTestPassesWhereThePolicyCountsIt() {
    Policy policy = new Policy(Mark.FULL, Set.of(Kind.VIRTUAL_MACHINE), 1, List.of(), 2);

    assertThat(results(policy, "", PASSED, PASSED, FLAKY))
        .isEqualTo(expected("PASS", "PASS", "PASS"));
  }

  @Test
  void runOfSomeTestsNeverPassesAsAWhole() {
    assertThat(results(STRICT, "--service compute", PASSED, PASSED, PASSED))
        .isEqualTo(expected("ABORT", "PASS", "PASS"));
  }

  @Test
  void waiverTakesNoFailureAway() {
    Waiver waiver =
        new Waiver(
            Waiver.Scope.of(Sample.id(3)),
            Optional.empty(),
            List.of("2020.06"),
            "it is known",
            "the board",
            LocalDate.of(2025, 1, 1),
            LocalDate.of(2027, 1, 1));
    Policy policy = new Policy(Mark.FULL, Set.of(Kind.VIRTUAL_MACHINE), 0, List.of(waiver), 2);

    assertThat(results(policy, "", PASSED, PASSED, FAILED))
        .isEqualTo(expected("FAIL", "PASS", "FAIL"));
    assertThat(results(policy, "", PASSED, PASSED, ERROR))
        .isEqualTo(expected("ABORT", "PASS", "ABORT"));
  }

  private static Map<String, ScsResult> expected(String whole, String servers, String images) {
    return Map.of(
        "2020.06-e2e",
        ScsResult.valueOf(whole),
        "2020.06-servers",
        ScsResult.valueOf(servers),
        "2020.06-images",
        ScsResult.valueOf(images));
  }

  private static Map<String, ScsResult> results(
      Policy policy, String partial, Outcome... outcomes) {
    Guideline guideline =
        SampleGuidelines.guideline(
            "2020.06",
            SampleGuidelines.COMPUTE,
            Map.of(
                Status.REQUIRED, List.of("servers", "images"), Status.ADVISORY, List.of("zones")),
            List.of(
                SampleGuidelines.capability(
                    "servers",
                    "Servers",
                    SampleGuidelines.test(1, "one"),
                    SampleGuidelines.test(2, "two")),
                SampleGuidelines.capability("images", "Images", SampleGuidelines.test(3, "three")),
                SampleGuidelines.capability("zones", "Zones", SampleGuidelines.test(4, "four"))));
    List<TestResult> results = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      results.add(Sample.result(results.size() + 1, "test", outcome, "", ""));
    }
    ScoringTerms terms =
        new ScoringTerms(
            policy,
            LocalDate.of(2026, 11, 22),
            new Offer(Optional.empty(), Set.of()),
            Optional.empty(),
            List.of());
    return ScsCases.of(
        new Scorer(Sample.catalogue(), terms)
            .score(
                guideline,
                SampleGuidelines.COMPUTE,
                Sample.run(false, partial, results),
                List.of()));
  }
}
