package org.defcore.clouds.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.defcore.http.ServiceEndpoint;
import org.defcore.result.FactNames;
import org.openstack4j.model.network.Network;

/** The networks that a project sees, by the way in which servers get addresses in them. */
final class NetworkShape {

  private static final String IPV6 = "/v2.0/subnets?ip_version=6";

  private final FactCollector findings;

  NetworkShape(FactCollector findings) {
    this.findings = findings;
  }

  void note(List<? extends Network> networks, String projectId, String source) {
    count(FactNames.EXTERNAL_NETWORKS, networks, Network::isRouterExternal, source);
    count(
        FactNames.SHARED_NETWORKS, networks, it -> !it.isRouterExternal() && it.isShared(), source);
    count(
        FactNames.OWN_NETWORKS,
        networks,
        it -> !it.isRouterExternal() && !it.isShared() && projectId.equals(it.getTenantId()),
        source);
  }

  private void count(
      String what, List<? extends Network> networks, Predicate<Network> which, String source) {
    long number = networks.stream().filter(which).count();
    findings.add(what, String.valueOf(number), source);
  }

  /** Asks for the subnets that have IPv6 addresses. */
  boolean observeIpv6(ServiceEndpoint root) {
    return findings.ask(
        FactNames.IPV6_SUBNETS,
        "GET " + root.base().getRawPath() + IPV6,
        source -> {
          JsonNode subnets = FactCollector.list("subnets", root.get(IPV6).expect(200));
          // A service that does not know the filter answers with all of them.
          long number =
              StreamSupport.stream(subnets.spliterator(), false)
                  .filter(it -> it.path("ip_version").asInt() == 6)
                  .count();
          findings.add(FactNames.IPV6_SUBNETS, String.valueOf(number), source);
        });
  }
}
