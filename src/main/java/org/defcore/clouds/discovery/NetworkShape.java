package org.defcore.clouds.discovery;

import java.util.List;
import java.util.function.Predicate;
import org.defcore.http.ServiceEndpoint;
import org.defcore.result.FactNames;

/** The networks that a project sees, by the way in which servers get addresses in them. */
final class NetworkShape {

  private static final String IPV6 = "/v2.0/subnets?ip_version=6";

  private final FactCollector findings;

  NetworkShape(FactCollector findings) {
    this.findings = findings;
  }

  void note(List<FoundNetwork> networks, String projectId, String source) {
    count(FactNames.EXTERNAL_NETWORKS, networks, FoundNetwork::external, source);
    count(FactNames.SHARED_NETWORKS, networks, it -> !it.external() && it.shared(), source);
    count(
        FactNames.OWN_NETWORKS,
        networks,
        it -> !it.external() && !it.shared() && projectId.equals(it.owner()),
        source);
  }

  private void count(
      String what, List<FoundNetwork> networks, Predicate<FoundNetwork> which, String source) {
    long number = networks.stream().filter(which).count();
    findings.add(what, String.valueOf(number), source);
  }

  /** Asks for the subnets that have IPv6 addresses. */
  boolean observeIpv6(ServiceEndpoint root) {
    return findings.ask(
        FactNames.IPV6_SUBNETS,
        "GET " + root.base().getRawPath() + IPV6,
        source -> {
          // A service that does not know the filter answers with all of them.
          PagedList list = new PagedList(root, IPV6, "subnets");
          long number =
              list.records().stream().filter(it -> it.path("ip_version").asInt() == 6).count();
          findings.add(FactNames.IPV6_SUBNETS, String.valueOf(number), source);
          list.checkWhole();
        });
  }
}
