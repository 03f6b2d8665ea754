package org.defcore.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.defcore.http.message.Header;
import org.defcore.http.message.RawResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2030-01-01T00:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0                             | 0",
        "7                             | 7",
        "999999999                     | 999999999",
        "Tue, 01 Jan 2030 00:00:09 GMT | 9",
        "Mon, 31 Dec 2029 23:00:00 GMT | 0"
      })
  void isSecondsOrADate(String value, long seconds) {
    assertThat(RetryAfter.of(answer(new Header("retry-after", value)), CLOCK))
        .contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({"soon", "-1", "1.5", "9999999999", "2030-01-01T00:00:09Z"})
  void isNothingElse(String value) {
    assertThat(RetryAfter.of(answer(new Header("Retry-After", value)), CLOCK)).isEmpty();
  }

  @Test
  void dateIsComparedWithTheClockOfTheServer() {
    RawResponse wrongByAnHour =
        answer(
            new Header("Date", "Tue, 01 Jan 2030 01:00:00 GMT"),
            new Header("Retry-After", "Tue, 01 Jan 2030 01:00:02 GMT"));

    assertThat(RetryAfter.of(wrongByAnHour, CLOCK)).isEqualTo(Optional.of(Duration.ofSeconds(2)));
  }

  private static RawResponse answer(Header... headers) {
    return new RawResponse(
        List.of(), 429, List.of(headers), new byte[0], RawResponse.Completeness.COMPLETE);
  }
}
