package org.defcore.http.message;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A request as it is sent, with its secrets; never printed or stored. */
public record HttpRequest(String method, URI uri, List<Header> headers, Optional<Payload> payload) {

  /** Framing of a body. */
  public enum Framing {
    CONTENT_LENGTH,
    CHUNKED
  }

  /** A request body; carried, never compared. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Payload(byte[] bytes, String contentType, Framing framing) {}

  public HttpRequest {
    headers = List.copyOf(headers);
  }
}
