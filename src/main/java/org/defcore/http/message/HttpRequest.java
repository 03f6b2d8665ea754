package org.defcore.http.message;

import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A request as it is sent, with its secrets; never printed or stored. */
public record HttpRequest(String method, URI uri, List<Header> headers, Optional<Payload> payload) {

  /** Framing of a body. */
  public enum Framing {
    CONTENT_LENGTH,
    CHUNKED
  }

  /**
   * Bytes that are made while they are sent.
   *
   * @param open gives them from their beginning, whenever the request is sent again
   */
  public record Source(long length, Supplier<InputStream> open) {}

  /**
   * A request body; carried, never compared.
   *
   * @param bytes empty if there is a source
   * @param source sent only when the server says that it goes on, {@code Expect: 100-continue}
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Payload(
      byte[] bytes, Optional<Source> source, String contentType, Framing framing) {

    public Payload(byte[] bytes, String contentType, Framing framing) {
      this(bytes, Optional.empty(), contentType, framing);
    }
  }

  public HttpRequest {
    headers = List.copyOf(headers);
  }

  public boolean has(String header) {
    return Header.first(headers, header).isPresent();
  }

  /** The same request with that header, in place of one of its name. */
  public HttpRequest with(Header header) {
    List<Header> others = headers.stream().filter(it -> !it.is(header.name())).toList();
    return new HttpRequest(
        method, uri, Stream.concat(others.stream(), Stream.of(header)).toList(), payload);
  }
}
