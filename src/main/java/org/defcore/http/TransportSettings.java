package org.defcore.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Settings of the transport for one cloud.
 *
 * @param connect longest time to open a connection
 * @param response longest silence while waiting for bytes
 * @param exchange longest time for a whole exchange, body included
 * @param bodyLimit largest response body in bytes
 * @param cacert PEM file of the only authorities to trust; those of the JDK if it is absent
 * @param trust whether the server's certificate is checked
 */
public record TransportSettings(
    Duration connect,
    Duration response,
    Duration exchange,
    int bodyLimit,
    Optional<Path> cacert,
    Trust trust) {

  /** The check of a server certificate. */
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

  /** The same settings with that deadline, if it is shorter. */
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
