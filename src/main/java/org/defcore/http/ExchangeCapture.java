package org.defcore.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
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
import org.defcore.http.redact.Secrets;

/** Makes an {@link Exchange} without secrets of a request and its response. */
final class ExchangeCapture {

  private static final int BODY_CAP = 256 * 1024;
  private static final int LEARNT_CAP = 1024 * 1024;
  private static final int HEADERS_CAP = 32 * 1024;
  private static final int HEADER_CAP = 300;
  private static final String SUBJECT = "X-Subject-Token";

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
    List<Header> headers = first(received.headers());
    masking.learnHeaders(headers);
    learnBody(received.body());
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
        bounded(subject(request, headers, masking.headers(headers))),
        body,
        "",
        timing.repeats());
  }

  /** Leaves to see whether the token that a request asks about is the one that its answer names. */
  private static List<Header> subject(
      HttpRequest request, List<Header> received, List<Header> masked) {
    Optional<String> asked = Header.first(request.headers(), SUBJECT);
    Optional<String> told = Header.first(received, SUBJECT);
    return asked.isEmpty() || told.isEmpty() || asked.equals(told)
        ? masked
        : masked.stream()
            .map(it -> it.is(SUBJECT) ? new Header(it.name(), Secrets.OTHER) : it)
            .toList();
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
    request.payload().ifPresent(it -> learnBody(it.bytes()));
  }

  /** Learns from a body, or from the beginning of a very long one. */
  private void learnBody(byte[] body) {
    int end = Math.min(body.length, LEARNT_CAP);
    // A character of several bytes is not cut.
    while (end < body.length && end > 0 && (body[end] & 0xC0) == 0x80) {
      end--;
    }
    text(body.length == end ? body : Arrays.copyOf(body, end)).ifPresent(masking::learnText);
  }

  private String requestBody(HttpRequest request) {
    return request
        .payload()
        .map(
            it ->
                it.source()
                    .map(source -> BodyNote.streamed(source.length()))
                    .orElseGet(() -> body(Optional.of(it.contentType()), it.bytes())))
        .orElse("");
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

  /** Headers up to a length that can be searched for secrets, or all. */
  private static List<Header> first(List<Header> headers) {
    int length = 0;
    for (int i = 0; i < headers.size(); i++) {
      length += length(headers.get(i));
      if (length > LEARNT_CAP) {
        return headers.subList(0, i);
      }
    }
    return headers;
  }

  private static int length(Header header) {
    return header.name().length() + header.value().length();
  }

  /** Headers of which each is cut where all of them are too long to keep. */
  private static List<Header> bounded(List<Header> headers) {
    int length = headers.stream().mapToInt(ExchangeCapture::length).sum();
    return length <= HEADERS_CAP
        ? headers
        : headers.stream()
            .limit(100)
            .map(it -> new Header(cut(it.name()), cut(it.value())))
            .toList();
  }

  private static String cut(String text) {
    return text.length() <= HEADER_CAP ? text : text.substring(0, HEADER_CAP) + "…";
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
