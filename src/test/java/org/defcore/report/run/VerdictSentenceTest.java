package org.defcore.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.policy.Mark;
import org.defcore.result.Outcome;
import org.defcore.verdict.Column;
import org.defcore.verdict.Verdict;
import org.defcore.verdict.VerdictStatus;
import org.junit.jupiter.api.Test;

final class VerdictSentenceTest {

  private static final String TARGET = "OpenStack Powered Compute under guideline 2020.06";

  @Test
  void eachVerdictHasItsSentence() {
    assertThat(sentence(VerdictStatus.CONFORMANT, 224))
        .isEqualTo("acme meets " + TARGET + ". All 224 required tests passed.");
    assertThat(sentence(VerdictStatus.CONFORMANT, 1))
        .isEqualTo("acme meets " + TARGET + ". The only required test passed.");
    assertThat(sentence(VerdictStatus.INCONCLUSIVE, 9, "this", "that"))
        .isEqualTo(
            "It is undecided whether acme meets "
                + TARGET
                + ". All 9 required tests passed. This. That.");
    assertThat(sentence(VerdictStatus.NOTHING_REQUIRED, 0, "no capability is required"))
        .isEqualTo(TARGET + " requires nothing that could be tested: no capability is required.");
  }

  @Test
  void countsShowWhatWasNotJudgedAndWhy() {
    Column gap =
        new Column(
            VerdictStatus.INCONCLUSIVE,
            List.of("166 of 273 required tests could not be judged: 166 not-implemented"),
            Map.of(Outcome.PASSED, 107, Outcome.NOT_IMPLEMENTED, 166));
    Column mixed =
        new Column(
            VerdictStatus.NOT_CONFORMANT,
            List.of("1 of 5 required tests failed", "2 of 5 required tests have no result"),
            Map.of(Outcome.PASSED, 2, Outcome.FAILED, 1, Outcome.SKIPPED, 1, Outcome.ERROR, 1));

    assertThat(sentence(Mark.FULL, gap))
        .isEqualTo(
            "It is undecided whether acme meets "
                + TARGET
                + ". 107 of 273 required tests passed, 0 failed. 166 could not be judged: not"
                + " implemented in this version of defcore.");
    assertThat(sentence(Mark.FULL, mixed))
        .isEqualTo(
            "acme does not meet "
                + TARGET
                + ". 2 of 5 required tests passed, 1 failed. 2 could not be judged: 1 skipped"
                + " because a prerequisite is missing, 1 ended in an error without a usable"
                + " answer.");
  }

  @Test
  void reasonsOfTheScorerAreNotRepeated() {
    Verdict scored = Sample.report().verdicts().get(0);

    assertThat(VerdictSentence.of("acme", scored))
        .doesNotContain("no result", "9 required tests failed");
    assertThat(scored.marked().reasons()).anyMatch(it -> it.contains("required tests failed"));
  }

  @Test
  void markOfTheApiContractIsNamed() {
    Column column = new Column(VerdictStatus.CONFORMANT, List.of(), Map.of(Outcome.PASSED, 9));

    assertThat(sentence(Mark.API_CONTRACT, column))
        .isEqualTo("acme meets " + TARGET + " (API contract only). All 9 required tests passed.");
  }

  @Test
  void waivedTestsAreNotCountedAsPassed() {
    Column waived =
        new Column(
            VerdictStatus.CONFORMANT,
            true,
            List.of("1 of 9 required tests is waived by x"),
            Map.of(Outcome.PASSED, 8, Outcome.FAILED, 1),
            Map.of(Outcome.FAILED, 1),
            0,
            0);
    Column flaky =
        new Column(
            VerdictStatus.CONFORMANT,
            false,
            List.of("1 flaky test counts as passed: the policy allows 1"),
            Map.of(Outcome.PASSED, 8, Outcome.FLAKY, 1),
            Map.of(),
            1,
            0);
    Column skipped =
        new Column(
            VerdictStatus.CONFORMANT,
            false,
            List.of("2 skipped tests are no failure: the policy allows any"),
            Map.of(Outcome.PASSED, 7, Outcome.SKIPPED, 2),
            Map.of(),
            0,
            2);

    assertThat(sentence(Mark.FULL, waived))
        .isEqualTo(
            "acme meets "
                + TARGET
                + ". 8 of 9 required tests passed, 0 failed. 1 of 9 required tests is waived by x.");
    assertThat(sentence(Mark.FULL, skipped))
        .isEqualTo(
            "acme meets "
                + TARGET
                + ". 7 of 9 required tests passed, 0 failed. 2 skipped tests are no failure: the"
                + " policy allows any.");
    assertThat(sentence(Mark.FULL, flaky))
        .isEqualTo(
            "acme meets "
                + TARGET
                + ". All 9 required tests passed. 1 flaky test counts as passed: the policy allows"
                + " 1.");
  }

  private static String sentence(VerdictStatus word, int passed, String... reasons) {
    return sentence(Mark.FULL, new Column(word, List.of(reasons), Map.of(Outcome.PASSED, passed)));
  }

  private static String sentence(Mark mark, Column column) {
    Verdict scored = Sample.report().verdicts().get(0);
    return VerdictSentence.of(
        "acme",
        new Verdict(
            scored.guideline(),
            scored.target(),
            mark,
            column,
            column,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty()));
  }
}
