package org.defcore.clouds;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.defcore.http.TransportSettings;
import org.defcore.http.proxy.Proxy;
import org.defcore.http.proxy.ProxyException;
import org.defcore.http.proxy.ProxyRules;
import org.defcore.http.tls.TlsSettings;
import org.defcore.http.tls.TlsSettings.Trust;
import org.defcore.result.Deviation;
import org.defcore.service.Service;

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
    TlsSettings tls,
    ProxyRules proxies,
    Map<String, URI> endpointOverrides,
    FurtherSettings further) {

  public CloudConfig {
    endpointOverrides = Map.copyOf(endpointOverrides);
  }

  /** The side from which a service is to be reached, by its word or any spelling. */
  String facing(String service) {
    String word = Service.named(service).map(Service::word).orElse(service);
    return further.facings().getOrDefault(word, facing);
  }

  /** The usual deadlines and limits, on the way to this cloud. */
  public TransportSettings transport() {
    return TransportSettings.defaults().with(tls, proxies);
  }

  /**
   * The proxy on the way to an address.
   *
   * @throws CloudException if the environment names none that can be used
   */
  Optional<Proxy> proxy(URI uri) {
    try {
      return proxies.proxy(uri);
    } catch (ProxyException e) {
      throw new CloudException(
          CloudException.Kind.CONFIGURATION, String.valueOf(e.getMessage()), e);
    }
  }

  /** The deviations from the defaults, sorted. */
  public List<Deviation> deviations() {
    List<Deviation> deviations = new ArrayList<>();
    new TreeMap<>(endpointOverrides)
        .forEach(
            (service, uri) ->
                deviations.add(
                    new Deviation("endpoint-override", service + " at " + uri + ", by " + source)));
    if (!facing.equals("public")) {
      deviations.add(new Deviation("interface", facing + " endpoints, by " + source));
    }
    if (tls.trust() == Trust.ANY) {
      deviations.add(
          new Deviation("tls-not-verified", "certificates are not checked, by " + source));
    }
    deviations.addAll(further.deviations());
    return List.copyOf(deviations);
  }
}
