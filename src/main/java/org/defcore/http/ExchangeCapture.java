package org.defcore.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.defcore.http.message.BodyNote;
import org.defcore.http.message.Exchange;
import org.defcore.http.message.Header;
import org.defcore.http.message.HttpRequest;
import org.defcore.http.message.RawResponse;
import org.defcore.http.message.RepeatCause;
import org.defcore.http.redact.Masking;

/** Makes an {@link Exchange} without secrets of a request and its response. */
final class ExchangeCapture {

  private static final int BODY_CAP = 256 * 1024;

  private final Masking masking;

  ExchangeCapture(Masking masking) {
    this.masking = masking;
  }

  /**
   * Circumstances of an exchange.
   *
   * @param repeats as {@link Exchange#repeats}
   */
  record Timing(Instant started, Duration took, Optional<RepeatCause> repeats) {}

  Exchange answered(Timing timing, HttpRequest request, RawResponse received) {
    learn(request);
    masking.learnHeaders(received.headers());
    text(received.body()).ifPresent(masking::learnText);
    String body =
        received.completeness() == RawResponse.Completeness.COMPLETE
            ? body(Header.first(received.headers(), "content-type"), received.body())
            : BodyNote.cutOffAfter(received.body().length);
    return new Exchange(
        timing.started(),
        timing.took(),
        request.method(),
        masking.text(request.uri().toString()),
        masking.headers(received.sent()),
        requestBody(request),
        received.status(),
        masking.headers(received.headers()),
        body,
        "",
        timing.repeats());
  }

  Exchange unanswered(Timing timing, HttpRequest request, String error) {
    learn(request);
    return new Exchange(
        timing.started(),
        timing.took(),
        request.method(),
        masking.text(request.uri().toString()),
        masking.headers(request.headers()),
        requestBody(request),
        0,
        List.of(),
        "",
        masking.text(error),
        timing.repeats());
  }

  /** Learns the secrets of a request, before anything else is said about it. */
  void learn(HttpRequest request) {
    masking.learnUrl(request.uri().toString());
    masking.learnHeaders(request.headers());
    request.payload().flatMap(it -> text(it.bytes())).ifPresent(masking::learnText);
  }

  private String requestBody(HttpRequest request) {
    return request.payload().map(it -> body(Optional.of(it.contentType()), it.bytes())).orElse("");
  }

  private String body(Optional<String> contentType, byte[] bytes) {
    if (bytes.length == 0) {
      return "";
    }
    Optional<String> text =
        bytes.length <= BODY_CAP && contentType.map(ExchangeCapture::isText).orElse(true)
            ? text(bytes)
            : Optional.empty();
    return text.map(masking::text).orElseGet(() -> BodyNote.of(bytes));
  }

  private static boolean isText(String contentType) {
    String type = contentType.toLowerCase(Locale.ROOT);
    return type.isBlank()
        || Stream.of("text/", "json", "xml", "yaml", "x-www-form-urlencoded")
            .anyMatch(type::contains);
  }

  private static Optional<String> text(byte[] bytes) {
    try {
      return Optional.of(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString())
          .filter(it -> it.indexOf('\0') < 0);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
