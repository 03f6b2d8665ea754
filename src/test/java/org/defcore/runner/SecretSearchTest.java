package org.defcore.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The search that finds leaked secrets. */
class SecretSearchTest {

  @Test
  void findsWhatIsHiddenInOneOfTheseForms() {
    String secret = "Tr0ub4dorAtDawn";
    for (String before : List.of("", "a", "ab")) {
      byte[] bytes = (before + secret + ":x").getBytes(StandardCharsets.UTF_8);
      assertThat(
              SecretSearch.in("{\"x\":\"" + Base64.getEncoder().encodeToString(bytes) + "\"}")
                  .finds(secret))
          .isTrue();
      assertThat(SecretSearch.in("=" + Base64.getUrlEncoder().encodeToString(bytes)).finds(secret))
          .isTrue();
    }
    assertThat(SecretSearch.in("x" + secret + "y").finds(secret)).isTrue();
    assertThat(SecretSearch.in("%54r0ub4dor%41tDawn").finds(secret)).isTrue();
    assertThat(SecretSearch.in("Tr0ub4dorAtDaw").finds(secret)).isFalse();
  }
}
