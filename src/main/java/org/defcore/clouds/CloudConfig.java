package org.defcore.clouds;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.defcore.http.TransportSettings.Trust;

/**
 * One cloud as the user configured it.
 *
 * @param name as in clouds.yaml; {@code envvars} if it came from {@code OS_*} variables alone
 * @param source the file it was read from, or {@code environment}
 * @param authUrl identity endpoint, with or without {@code /v3}
 * @param facing {@code public}, {@code internal} or {@code admin}
 * @param endpointOverrides by service type, {@code compute}, from {@code compute_endpoint_override}
 */
public record CloudConfig(
    String name,
    String source,
    URI authUrl,
    Credentials credentials,
    Optional<String> region,
    String facing,
    Trust trust,
    Optional<Path> cacert,
    Map<String, URI> endpointOverrides) {

  public CloudConfig {
    endpointOverrides = Map.copyOf(endpointOverrides);
  }
}
