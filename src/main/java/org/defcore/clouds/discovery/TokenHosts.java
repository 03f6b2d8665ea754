package org.defcore.clouds.discovery;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.defcore.clouds.CloudConfig;
import org.defcore.clouds.Session;
import org.defcore.http.message.Authority;
import org.defcore.service.Service;

/**
 * Hosts to which the catalogue sends the user's token, though nobody but the cloud named them. Two
 * hosts are of one domain if the last two labels of their names are the same.
 */
record TokenHosts(Session session) {

  /** A sentence about services of other domains than the login's; nothing if there are none. */
  Optional<String> elsewhere(Set<Service> services) {
    CloudConfig config = session.config();
    String login = host(config.authUrl());
    String found =
        new TreeSet<>(services)
            .stream()
                .filter(it -> !config.endpointOverrides().containsKey(it.word()))
                .flatMap(
                    it ->
                        session.catalogue().endpoint(it.word()).stream()
                            .map(TokenHosts::host)
                            .filter(host -> !domain(host).equals(domain(login)))
                            .map(host -> it.word() + " at " + host))
                .collect(Collectors.joining(", "));
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The catalogue sends the token to other domains than that of the login, %s: %s."
                .formatted(login, found));
  }

  private static String host(URI uri) {
    return Authority.of(uri).host().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
  }

  /** The last two labels of a name; an address is a domain of its own. */
  private static String domain(String host) {
    return host.matches("[\\d.]+|\\[.*") ? host : host.replaceFirst("^.*\\.(?=[^.]+\\.[^.]+$)", "");
  }
}
