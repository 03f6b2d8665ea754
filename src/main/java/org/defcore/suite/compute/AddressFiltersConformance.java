package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Role.MEMBER;
import static org.defcore.result.ChosenFact.NETWORK_NAME;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.defcore.client.Query;
import org.defcore.client.compute.Server;
import org.defcore.client.compute.ServerClient;
import org.defcore.client.compute.ServerSummary;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.suite.compute.FilteredServers.Known;

/** The server list filtered by addresses on the project's network. */
final class AddressFiltersConformance {

  @InteropTest(
      id = "43a1242e-7b31-48d1-88f2-3f72aa9f2077",
      claim = "The server list filtered by an address has the server of that address and no other")
  void addressFilters(Cloud cloud) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    Map<String, String> addresses = addresses(cloud, servers);
    // The filter is a pattern: the longest address is no part of another.
    Map.Entry<String, String> longest =
        addresses.entrySet().stream()
            .max(Comparator.comparingInt(it -> it.getValue().length()))
            .orElseThrow();

    List<ServerSummary> found = servers.listServers(Query.by("ip", longest.getValue()));

    assertThat(found)
        .extracting(ServerSummary::id)
        .as("ids in GET /servers?ip=%s", longest.getValue())
        .filteredOn(addresses::containsKey)
        .containsExactly(longest.getKey());
  }

  @InteropTest(
      id = "a905e287-c35e-42f2-b132-d02b09f3654a",
      claim =
          "The server list filtered by what the addresses of several servers begin with has those"
              + " servers")
  void beginningOfAnAddressFilters(Cloud cloud) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    Map<String, String> addresses = addresses(cloud, servers);
    String common =
        addresses.values().stream().reduce(AddressFiltersConformance::common).orElseThrow();

    List<ServerSummary> found =
        servers.listServers(Query.by(common.contains(":") ? "ip6" : "ip", common));

    assertThat(found)
        .extracting(ServerSummary::id)
        .as("ids in GET /servers?ip=%s", common)
        .containsAll(addresses.keySet());
  }

  /** The first address of each of the three servers, by the server's id. */
  private static Map<String, String> addresses(Cloud cloud, ServerClient servers) {
    Map<String, String> addresses = new LinkedHashMap<>();
    for (Known known : cloud.shared(new FilteredServers()).all()) {
      Server server = servers.getServer(known.id());
      assertThat(server.addresses())
          .as("addresses by network in GET /servers/%s", known.id())
          .hasEntrySatisfying(
              cloud.fact(NETWORK_NAME), it -> assertThat(it).as("addresses").isNotEmpty());
      addresses.put(
          known.id(),
          server.addresses().getOrDefault(cloud.fact(NETWORK_NAME), List.of()).stream()
              .map(it -> it.addr().text())
              .findFirst()
              .orElseThrow());
    }
    return addresses;
  }

  private static String common(String one, String other) {
    int end = 0;
    while (end < Math.min(one.length(), other.length()) && one.charAt(end) == other.charAt(end)) {
      end++;
    }
    return one.substring(0, end);
  }
}
