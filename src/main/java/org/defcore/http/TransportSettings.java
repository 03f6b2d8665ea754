package org.defcore.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How the transport behaves towards one cloud.
 *
 * @param connect longest time to open a connection
 * @param response longest silence while waiting for bytes
 * @param exchange longest time for a whole exchange, body included
 * @param bodyLimit bytes of a response body that are read before the answer is given up
 * @param cacert PEM file of the only authorities to trust; the JDK's own otherwise
 * @param trust whether the server's certificate is checked at all
 */
public record TransportSettings(
    Duration connect,
    Duration response,
    Duration exchange,
    int bodyLimit,
    Optional<Path> cacert,
    Trust trust) {

  /** What is asked of a server certificate. */
  public enum Trust {
    VERIFIED,
    ANY
  }

  /** 5 s to connect, 60 s of silence, 300 s in all, 16 MiB, certificates verified. */
  public static TransportSettings defaults() {
    return new TransportSettings(
        Duration.ofSeconds(5),
        Duration.ofSeconds(60),
        Duration.ofSeconds(300),
        16 * 1024 * 1024,
        Optional.empty(),
        Trust.VERIFIED);
  }

  /** The same, but no exchange takes longer than that. */
  TransportSettings within(Duration longest) {
    return new TransportSettings(
        connect,
        response,
        longest.compareTo(exchange) < 0 ? longest : exchange,
        bodyLimit,
        cacert,
        trust);
  }
}
