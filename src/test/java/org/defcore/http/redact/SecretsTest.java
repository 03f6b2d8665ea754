package org.defcore.http.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.defcore.http.message.PercentEncoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  private static final String SECRET = "p/ä\"s&s \\w+rd";

  private final Secrets secrets = new Secrets();

  @Test
  void masksAValueWhereverItStands() {
    secrets.add("hunter22");

    assertThat(secrets.redact("hunter22, hunter22. (hunter22) u:hunter22@host /hunter22/"))
        .isEqualTo("[redacted], [redacted]. ([redacted]) u:[redacted]@host /[redacted]/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "devcloud-linux",
        "my_devcloud",
        "xdevcloudx",
        "keystone.devcloud.example.org",
        "devcloud%20linux",
        "devcloudédevcloud",
        "devcloud-devcloud"
      })
  void masksTheWholeWordThatHoldsAValue(String word) {
    secrets.add("devcloud");

    assertThat(secrets.redact("image \"" + word + "\" at http://" + word + ":5000/v3"))
        .isEqualTo("image \"[redacted]\" at http://[redacted]:5000/v3");
  }

  @Test
  void leavesEscapesWhole() {
    secrets.add("devcloud");

    assertThat(secrets.redact("a\\ndevcloud\\tb \\u00e4devcloud c\\nxdevcloud"))
        .isEqualTo("a\\n[redacted]\\tb \\u00e4[redacted] c\\n[redacted]");
  }

  @Test
  @Timeout(20)
  void masksALongWordOfManyValuesInOneGo() {
    secrets.add("abcd");
    secrets.add("bcda");

    assertThat(secrets.redact("abcd".repeat(100_000))).isEqualTo(Secrets.MASK);
  }

  @Test
  void leavesAllElseAlone() {
    secrets.add("hunter22");

    assertThat(secrets.redact("hunter2 Hunter22 hunt")).isEqualTo("hunter2 Hunter22 hunt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SECRET,
        "p%2F%C3%A4%22s%26s%20%5Cw%2Brd",
        "p%2f%c3%a4%22s%26s%20%5cw%2brd",
        "p%2F%C3%A4%22s%26s+%5Cw%2Brd",
        "p/ä\\\"s&s \\\\w+rd",
        "p\\/ä\\\"s&s \\\\w+rd",
        "p~1ä\"s&s \\w+rd",
        "p~1ä\\\"s&s \\\\w+rd",
        "p/\\u00e4\\\"s&s \\\\w+rd",
        "p/\\u00E4\\\"s&s \\\\w+rd",
        "p/ä&quot;s&amp;s \\w+rd",
        "p/ä\"s&amp;s \\w+rd",
      })
  void masksTheFormsOfAValue(String form) {
    secrets.add(SECRET);

    assertThat(secrets.redact("<" + form + ">")).isEqualTo("<[redacted]>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a:", "ab:", "abc:", "admin:"})
  void masksBase64ThatHoldsAValue(String before) {
    secrets.add("correct horse");
    byte[] plain = (before + "correct horse:x").getBytes(StandardCharsets.UTF_8);

    assertThat(secrets.redact("Basic " + Base64.getEncoder().encodeToString(plain) + "."))
        .isEqualTo("Basic [redacted].");
    assertThat(secrets.redact("Basic " + Base64.getUrlEncoder().encodeToString(plain) + "."))
        .isEqualTo("Basic [redacted].");
  }

  @Test
  void forgetsNoTailWhereTwoValuesOverlap() {
    secrets.add("abcdef");
    secrets.add("defghi");
    secrets.add("abcd");

    assertThat(secrets.redact("_abcdefghi_")).isEqualTo("[redacted]");
  }

  @Test
  void masksManyValuesOfOneBeginning() {
    List<String> tokens = IntStream.range(0, 500).mapToObj(it -> "gAAAAAB" + it + "z").toList();
    tokens.forEach(secrets::add);

    assertThat(secrets.redact(String.join(",", tokens)).replace(Secrets.MASK, ""))
        .isEqualTo(",".repeat(499));
  }

  @Test
  void remembersNothingShorterThanFour() {
    secrets.add("");
    secrets.add("abc");

    assertThat(secrets.redact("abc abcd")).isEqualTo("abc abcd");
  }

  @Test
  void masksAsUrlEncoderWrites() {
    secrets.add("ö*~ !");

    assertThat(secrets.redact(URLEncoder.encode("ö*~ !", StandardCharsets.UTF_8)))
        .isEqualTo(Secrets.MASK);
    assertThat(secrets.redact(PercentEncoding.encode("ö*~ !").toLowerCase(Locale.ROOT)))
        .isEqualTo(Secrets.MASK);
  }
}
