package org.defcore.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.defcore.result.Outcome;
import org.defcore.verdict.Column;
import org.defcore.verdict.Verdict;
import org.defcore.verdict.Word;
import org.junit.jupiter.api.Test;

final class SentenceTest {

  private static final String TARGET = "OpenStack Powered Compute under guideline 2020.06";

  @Test
  void eachWordHasItsSentence() {
    assertThat(sentence(Word.CONFORMANT, 224))
        .isEqualTo("acme meets " + TARGET + ": all 224 required tests passed.");
    assertThat(sentence(Word.CONFORMANT, 1))
        .isEqualTo("acme meets " + TARGET + ": the only required test passed.");
    assertThat(sentence(Word.NOT_CONFORMANT, 9, "1 of 9 required tests failed"))
        .isEqualTo("acme does not meet " + TARGET + ": 1 of 9 required tests failed.");
    assertThat(sentence(Word.INCONCLUSIVE, 9, "this", "that"))
        .isEqualTo("This run does not settle whether acme meets " + TARGET + ": this; that.");
    assertThat(sentence(Word.NOTHING_REQUIRED, 0, "no capability is required"))
        .isEqualTo(
            "There is nothing that acme would have to do for "
                + TARGET
                + ": no capability is required.");
  }

  private static String sentence(Word word, int passed, String... reasons) {
    Verdict scored = Sample.report().verdicts().get(0);
    Column column = new Column(word, List.of(reasons), Map.of(Outcome.PASSED, passed));
    return Sentence.of(
        "acme",
        new Verdict(
            scored.guideline(), scored.target(), column, column, List.of(), List.of(), List.of()));
  }
}
