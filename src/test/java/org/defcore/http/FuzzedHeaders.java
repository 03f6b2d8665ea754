package org.defcore.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.defcore.http.message.Header;
import org.defcore.http.message.RawResponse;
import org.defcore.http.message.RawResponse.Completeness;

/** Headers that the transport understands: pauses, dates, places to go to. */
public final class FuzzedHeaders {

  private static final URI FROM = URI.create("http://cloud.example:8774/v2.1/servers?a=b");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);

  private FuzzedHeaders() {}

  /** Reads lines: a pause, a date, a location. */
  public static void read(byte[] input) {
    String[] lines = (new String(input, StandardCharsets.ISO_8859_1) + "\n\n\n").split("\n", -1);
    Optional<Duration> pause = RetryAfter.of(response(lines), CLOCK);
    assertThat(pause.filter(Duration::isNegative)).isEmpty();

    Redirect.location(response(lines))
        .flatMap(it -> Redirect.of(302, FROM, it))
        .ifPresent(
            it -> {
              assertThat(it.to().getScheme()).matches("(?i)https?");
              assertThat(it.to().getPort()).isBetween(-1, 65_535);
              assertThat(it.next(Requests.get(FROM)).uri()).isEqualTo(it.to());
            });
  }

  private static RawResponse response(String[] lines) {
    return new RawResponse(
        List.of(),
        302,
        List.of(
            new Header("Retry-After", lines[0]),
            new Header("Date", lines[1]),
            new Header("Location", lines[2])),
        new byte[0],
        Completeness.COMPLETE);
  }
}
