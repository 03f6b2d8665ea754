package org.defcore.runner;

import static org.assertj.core.api.Assertions.assertThat;

import org.defcore.http.redact.Secrets;
import org.junit.jupiter.api.Test;

class MessageTextTest {

  private final Secrets secrets = new Secrets();
  private final MessageText wording = new MessageText(secrets);

  @Test
  void leavesPlainWordsAlone() {
    assertThat(wording.line("GET /x: expected 200  but found 500"))
        .isEqualTo("GET /x: expected 200  but found 500");
  }

  @Test
  void makesOneLineWithoutControlCharacters() {
    assertThat(wording.line("\n a\r\n   b\u0007\u001B[2Jc\u0085d\u2029e \n"))
        .isEqualTo("a b [2Jc d e");
  }

  @Test
  void masksWhatIsSecretEvenAcrossTheEnd() {
    secrets.add("correct horse");

    assertThat(wording.line("x".repeat(594) + " correct horse"))
        .doesNotContain("corr")
        .endsWith("…");
  }
}
