package org.defcore.http.message;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One request and what came back, redacted.
 *
 * @param requestBody text; a body that is no text, or is over the cap, as a note of its size
 * @param status 0 if no answer came
 * @param error one line saying why no answer came; empty if one came
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
    String error) {

  public Exchange {
    requestHeaders = List.copyOf(requestHeaders);
    responseHeaders = List.copyOf(responseHeaders);
  }
}
