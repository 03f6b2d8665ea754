package org.defcore.http.message;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One request and what came back, redacted.
 *
 * @param requestBody text; a body that is no text, or is over the cap, as a note of its size
 * @param status 0 if no answer came
 * @param error one line saying why no answer came; empty if one came
 * @param repeats the cause for which the request was sent again; absent for the first one
 */
public record Exchange(
    Instant started,
    Duration took,
    String method,
    String uri,
    List<Header> requestHeaders,
    String requestBody,
    int status,
    List<Header> responseHeaders,
    String responseBody,
    String error,
    Optional<RepeatCause> repeats) {

  public Exchange {
    requestHeaders = List.copyOf(requestHeaders);
    responseHeaders = List.copyOf(responseHeaders);
  }

  /** An exchange of a request that was sent once. */
  public Exchange(
      Instant started,
      Duration took,
      String method,
      String uri,
      List<Header> requestHeaders,
      String requestBody,
      int status,
      List<Header> responseHeaders,
      String responseBody,
      String error) {
    this(
        started,
        took,
        method,
        uri,
        requestHeaders,
        requestBody,
        status,
        responseHeaders,
        responseBody,
        error,
        Optional.empty());
  }

  /** The same with notes of the size in the place of the bodies. */
  Exchange withoutBodies() {
    return new Exchange(
        started,
        took,
        method,
        uri,
        requestHeaders,
        note(requestBody),
        status,
        responseHeaders,
        note(responseBody),
        error,
        repeats);
  }

  private static String note(String body) {
    return body.length() < 200 ? body : BodyNote.of(body.getBytes(StandardCharsets.UTF_8));
  }
}
