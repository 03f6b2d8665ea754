package org.defcore.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MismatchTest {

  @Test
  void takesAReasonApart() {
    assertThat(Mismatch.of("POST /servers: expected 202 but found 500 (req-1)"))
        .isEqualTo(new Mismatch("POST /servers", "202", "500 (req-1)"));
    assertThat(Mismatch.of("[vCPUs of the guest] expected: \"1\" but was: \"8\""))
        .isEqualTo(new Mismatch("[vCPUs of the guest]", "\"1\"", "\"8\""));
  }

  @Test
  void theFirstExpectationIsTheOneOfTheTest() {
    assertThat(
            Mismatch.of(
                "expected GET /images/1 to show ACTIVE within 10 s but found GET /images/1:"
                    + " expected 200 but found 404 after 19 polls"))
        .isEqualTo(
            new Mismatch(
                "",
                "GET /images/1 to show ACTIVE within 10 s",
                "GET /images/1: expected 200 but found 404 after 19 polls"));
  }

  @Test
  void anyOtherReasonIsWhatWasFound() {
    assertThat(Mismatch.of("the call succeeded"))
        .isEqualTo(new Mismatch("", "", "the call succeeded"));
  }
}
