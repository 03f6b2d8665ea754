package org.defcore.http;

import java.time.Duration;
import org.defcore.http.proxy.ProxyRules;
import org.defcore.http.tls.TlsSettings;

/**
 * Settings of the transport for one cloud.
 *
 * @param connect longest time to open a connection
 * @param response longest silence while waiting for bytes
 * @param exchange longest time for a whole exchange, body included
 * @param bodyLimit largest response body in bytes
 */
public record TransportSettings(
    Duration connect,
    Duration response,
    Duration exchange,
    int bodyLimit,
    TlsSettings tls,
    ProxyRules proxies) {

  /** 5 s to connect, 60 s of silence, 300 s in all, 16 MiB, certificates verified, no proxy. */
  public static TransportSettings defaults() {
    return new TransportSettings(
        Duration.ofSeconds(5),
        Duration.ofSeconds(60),
        Duration.ofSeconds(300),
        16 * 1024 * 1024,
        TlsSettings.USUAL,
        ProxyRules.NONE);
  }

  /** The same deadlines and limits on another way to the services. */
  public TransportSettings with(TlsSettings other, ProxyRules rules) {
    return new TransportSettings(connect, response, exchange, bodyLimit, other, rules);
  }

  /** The same settings with that deadline, if it is shorter. */
  TransportSettings within(Duration longest) {
    return new TransportSettings(
        connect,
        response,
        longest.compareTo(exchange) < 0 ? longest : exchange,
        bodyLimit,
        tls,
        proxies);
  }
}
