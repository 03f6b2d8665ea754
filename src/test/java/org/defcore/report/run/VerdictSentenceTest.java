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
  void eachWordHasItsSentence() {
    assertThat(sentence(VerdictStatus.CONFORMANT, 224))
        .isEqualTo("acme meets " + TARGET + ": all 224 required tests passed.");
    assertThat(sentence(VerdictStatus.CONFORMANT, 1))
        .isEqualTo("acme meets " + TARGET + ": the only required test passed.");
    assertThat(sentence(VerdictStatus.NOT_CONFORMANT, 9, "1 of 9 required tests failed"))
        .isEqualTo("acme does not meet " + TARGET + ": 1 of 9 required tests failed.");
    assertThat(sentence(VerdictStatus.INCONCLUSIVE, 9, "this", "that"))
        .isEqualTo("This run does not settle whether acme meets " + TARGET + ": this; that.");
    assertThat(sentence(VerdictStatus.NOTHING_REQUIRED, 0, "no capability is required"))
        .isEqualTo(
            "There is nothing that acme would have to do for "
                + TARGET
                + ": no capability is required.");
  }

  @Test
  void markOfTheApiContractIsSaidToBeThat() {
    Column column = new Column(VerdictStatus.CONFORMANT, List.of(), Map.of(Outcome.PASSED, 9));

    assertThat(sentence(Mark.API_CONTRACT, column))
        .isEqualTo(
            "acme meets "
                + TARGET
                + " as far as the API contract goes: all 9 required tests passed.");
  }

  @Test
  void whatIsLetOffIsNotSaidToHavePassed() {
    Column waived =
        new Column(
            VerdictStatus.CONFORMANT,
            true,
            List.of("1 of 9 required tests need not pass by waiver of x"),
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
                + ": 8 of 9 required tests passed; 1 of 9 required tests need not pass by waiver"
                + " of x.");
    assertThat(sentence(Mark.FULL, skipped))
        .isEqualTo(
            "acme meets "
                + TARGET
                + ": 7 of 9 required tests passed; 2 skipped tests are no failure: the policy"
                + " allows any.");
    assertThat(sentence(Mark.FULL, flaky))
        .isEqualTo(
            "acme meets "
                + TARGET
                + ": all 9 required tests passed; 1 flaky test counts as passed: the policy allows"
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
