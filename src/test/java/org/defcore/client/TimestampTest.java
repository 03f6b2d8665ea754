package org.defcore.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTest {

  @ParameterizedTest
  @CsvSource({
    "2011-01-21T11:33:21Z, 2011-01-21T11:33:21Z",
    "2012-12-07T00:00:00+00:00, 2012-12-07T00:00:00Z",
    "2012-12-07T02:30:00+02:30, 2012-12-07T00:00:00Z",
    "2012-12-07T02:00:00+0200, 2012-12-07T00:00:00Z",
    "2026-11-22T15:19:39.000000, 2026-11-22T15:19:39Z",
    "2026-11-22T15:19:39.25Z, 2026-11-22T15:19:39.250Z"
  })
  void readsTheFormsOfTheApis(String text, Instant instant) {
    assertThat(new Timestamp(text).instant()).isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "yesterday", "2012-13-07T00:00:00Z", "2012-12-07T25:00:00Z", "07/12/2012"})
  void refusesWhatIsNoTime(String text) {
    assertThatThrownBy(() -> new Timestamp(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected an ISO 8601 time but found \"%s\"", text);
  }

  @Test
  void refusesAnOffsetThatDoesNotExist() {
    assertThatThrownBy(() -> new Timestamp("2012-12-07T00:00:00+99:00"))
        .hasMessage("expected an ISO 8601 time but found \"2012-12-07T00:00:00+99:00\"");
  }
}
