package org.defcore.http;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.defcore.http.json.Envelope;
import org.defcore.http.json.ShapeException;
import org.defcore.http.json.StrictJson;
import org.defcore.http.message.Header;
import org.defcore.http.message.HttpResponse;
import org.defcore.http.message.Recording;
import org.defcore.http.message.RepeatCause;
import org.defcore.http.redact.Masking;

/**
 * An answer to judge; whatever it lacks is an {@link UnexpectedAnswer} that names the call, or a
 * {@link NoAnswer} if it does not come from the service that was asked.
 */
public final class Answer {

  private static final Set<Integer> WITHOUT_BODY = Set.of(204, 205, 304);
  private static final Set<String> ERROR_TYPES =
      Set.of("application/json", "text/plain", "text/html");
  private static final int EXCERPT = 60;

  private final String call;
  private final HttpResponse response;
  private final Masking masking;
  private final Recording recording;

  /**
   * @param recording tells how to take fields that nobody declared
   */
  Answer(String call, HttpResponse response, Masking masking, Recording recording) {
    this.call = call;
    this.response = response;
    this.masking = masking;
    this.recording = recording;
  }

  public int status() {
    return response.status();
  }

  public Optional<String> header(String name) {
    return response.header(name);
  }

  /** A header that has to be there. */
  public String requiredHeader(String name) {
    return header(name).orElseThrow(() -> unexpected("header " + name, "none"));
  }

  /** All headers, in the order in which they came. */
  public List<Header> headers() {
    return response.headers();
  }

  /** Length of the body in bytes. */
  public int length() {
    return response.body().length;
  }

  public byte[] bytes() {
    return response.body().clone();
  }

  /** The body as JSON, whatever its shape. */
  public JsonNode json() {
    try {
      return StrictJson.parse(response.body());
    } catch (ShapeException e) {
      throw unexpected(e.expected(), e.found() + excerpt());
    }
  }

  /** The body bound strictly to a record ({@link StrictJson}). */
  public <T> T as(Class<T> shape) {
    return bound(it -> StrictJson.bind(it, shape));
  }

  /** The value of that key, the only one in the body. */
  public <T> T one(String key, Class<T> shape) {
    return one(key, shape, Envelope.CLOSED);
  }

  /** The value of that key in the body. */
  public <T> T one(String key, Class<T> shape, Envelope envelope) {
    return bound(it -> StrictJson.one(it, key, shape, envelope));
  }

  /** The value of that key, the only one in the body. */
  public <T> T one(String key, TypeReference<T> shape) {
    return bound(it -> StrictJson.one(it, key, shape, Envelope.CLOSED));
  }

  /** The list that the body has under that key, which is all it has. */
  public <T> List<T> list(String key, Class<T> shape) {
    return list(key, shape, Envelope.CLOSED);
  }

  /** The list that the body has under that key. */
  public <T> List<T> list(String key, Class<T> shape, Envelope envelope) {
    return bound(it -> StrictJson.list(it, key, shape, envelope));
  }

  /** The value of that form in the body, which is all it has; nothing if there is none. */
  public Optional<JsonNode> only(Predicate<JsonNode> form) {
    return bound(it -> StrictJson.only(it, form));
  }

  private <T> T bound(Function<JsonNode, T> binding) {
    return new BodyBinding(call, response, masking, recording).bind(json(), binding);
  }

  /** Checks that there is no body, with whatever status. */
  public Answer withoutBody() {
    if (length() > 0) {
      throw unexpected("no body with " + status(), length() + " bytes");
    }
    return this;
  }

  /**
   * An {@link UnexpectedAnswer} about this answer, for checks that a record cannot express.
   *
   * @throws NoAnswer if it does not come from the service that was asked
   */
  public UnexpectedAnswer unexpected(String expected, String found) {
    requireService(expected);
    return finding(call + ": expected " + expected + " but found " + found);
  }

  private void requireService(String expected) {
    response
        .obstacle()
        .ifPresent(
            it -> {
              throw NoAnswer.of(masking.text(call), expected, it);
            });
  }

  void check(int status) {
    boolean doubtful =
        response.obstacle().filter(it -> it.cause() == RepeatCause.CONNECTION).isPresent();
    if (status() != status && !doubtful) {
      requireService(String.valueOf(status));
    }
    checkErrorType();
    if (status() != status) {
      UnexpectedAnswer other =
          new UnexpectedAnswer(
              masking.text(call),
              String.valueOf(status),
              String.valueOf(status()),
              response.requestId(),
              status(),
              response.exchange());
      throw doubtful ? other.doubted(String.valueOf(status)) : other;
    }
    if (WITHOUT_BODY.contains(status) || call.startsWith("HEAD ")) {
      checkNoBody();
    }
  }

  private void checkErrorType() {
    Optional<String> type = header("Content-Type");
    if (status() >= 400 && type.map(it -> !ERROR_TYPES.contains(mediaType(it))).orElse(false)) {
      throw unexpected(
          "content type application/json, text/plain or text/html with " + status(),
          "content type " + type.orElseThrow());
    }
  }

  private void checkNoBody() {
    withoutBody();
    // The announced body of such an answer is never read: it may not be there.
    Optional<String> announced = header("Content-Length").filter(it -> !it.equals("0"));
    if (status() == 204 && announced.isPresent()) {
      throw unexpected("no body with 204", "Content-Length: " + announced.get());
    }
  }

  private static String mediaType(String contentType) {
    return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private UnexpectedAnswer finding(String message) {
    return UnexpectedAnswer.finding(masking.text(message), response);
  }

  /**
   * The beginning of the body, redacted before it is cut, since a cut secret could not be
   * recognised.
   */
  private String excerpt() {
    byte[] body = response.body();
    if (body.length == 0) {
      return "";
    }
    String text =
        masking
            .text(
                new String(
                    body, 0, Math.min(body.length, BodyBinding.LARGE), StandardCharsets.UTF_8))
            .replaceAll("[\\p{Cntrl}\\s]+", " ")
            .strip();
    String start = text.length() > EXCERPT ? text.substring(0, EXCERPT) + "…" : text;
    return ": " + start;
  }
}
