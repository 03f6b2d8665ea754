package org.defcore.http.message;

import java.util.List;
import java.util.Optional;

/**
 * A response as it was received.
 *
 * @param sent request headers as they went out, those that the client library adds included
 * @param body as much of it as the limit allows
 * @param completeness whether the body ended within the limit
 */
@SuppressWarnings("ArrayRecordComponent")
public record RawResponse(
    List<Header> sent, int status, List<Header> headers, byte[] body, Completeness completeness) {

  public enum Completeness {
    COMPLETE,
    CUT_OFF
  }

  public RawResponse {
    sent = List.copyOf(sent);
    headers = List.copyOf(headers);
  }

  public Optional<String> header(String name) {
    return Header.first(headers, name);
  }
}
