package org.defcore.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.defcore.http.message.HttpRequest;
import org.defcore.http.proxy.ProxyRules;
import org.defcore.http.tls.TlsSettings;

/** Requests and settings of the tests of the transport. */
final class Requests {

  private Requests() {}

  static HttpRequest get(URI uri) {
    return new HttpRequest("GET", uri, List.of(), Optional.empty());
  }

  static HttpRequest put(URI uri, String body, String type) {
    return new HttpRequest(
        "PUT",
        uri,
        List.of(),
        Optional.of(
            new HttpRequest.Payload(
                body.getBytes(StandardCharsets.UTF_8), type, HttpRequest.Framing.CONTENT_LENGTH)));
  }

  static TransportSettings settings() {
    return timed(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20));
  }

  static TransportSettings timed(Duration connect, Duration response, Duration exchange) {
    return new TransportSettings(
        connect, response, exchange, 1024 * 1024, TlsSettings.USUAL, ProxyRules.NONE);
  }
}
