package org.defcore.http.message;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A response as it came in; carried, never compared.
 *
 * @param uri of the last request, after redirects
 * @param exchange position of the exchange in its recording
 * @param obstacle the reason for which it says nothing about the service, if there is one
 */
@SuppressWarnings("ArrayRecordComponent")
public record HttpResponse(
    URI uri,
    int status,
    List<Header> headers,
    byte[] body,
    int exchange,
    Optional<Obstacle> obstacle) {

  public HttpResponse {
    headers = List.copyOf(headers);
  }

  /** The first header of that name, whatever its case. */
  public Optional<String> header(String name) {
    return Header.first(headers, name);
  }

  /** The cloud's own id for the call, by which its operator finds it in the logs. */
  public Optional<String> requestId() {
    return header("x-openstack-request-id").or(() -> header("x-compute-request-id"));
  }
}
