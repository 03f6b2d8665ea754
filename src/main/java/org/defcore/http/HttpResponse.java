package org.defcore.http;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A response as it came in.
 *
 * @param uri where it came from in the end, after redirects
 * @param exchange position of the exchange in its recording
 */
public record HttpResponse(URI uri, int status, List<Header> headers, byte[] body, int exchange) {

  public HttpResponse {
    headers = List.copyOf(headers);
  }

  /** The first header of that name, whatever its case. */
  public Optional<String> header(String name) {
    return headers.stream()
        .filter(it -> it.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }
}
