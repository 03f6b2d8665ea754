package org.defcore.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.defcore.http.message.RawResponse;

/** The header {@code Retry-After} of RFC 9110, 10.2.3. */
final class RetryAfter {

  private RetryAfter() {}

  /**
   * The pause that an answer asks for, in seconds or as a date; never negative.
   *
   * @param clock stands in for that of the server if the answer has no date itself
   */
  static Optional<Duration> of(RawResponse received, Clock clock) {
    Optional<String> value = received.header("retry-after").map(String::strip);
    if (value.filter(it -> it.matches("\\d{1,9}")).isPresent()) {
      return value.map(it -> Duration.ofSeconds(Long.parseLong(it)));
    }
    Instant now =
        received.header("date").flatMap(RetryAfter::instant).orElseGet(() -> clock.instant());
    return value
        .flatMap(RetryAfter::instant)
        .map(it -> Duration.between(now, it))
        .map(it -> it.isNegative() ? Duration.ZERO : it);
  }

  private static Optional<Instant> instant(String date) {
    try {
      return Optional.of(
          ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
