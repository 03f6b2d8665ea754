package org.defcore.client.network;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.defcore.client.Identified;
import org.defcore.client.IpAddress;
import org.defcore.http.json.AlwaysPresent;

/** A subnet. The order of its pools and name servers means nothing: here it is that of texts. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Subnet(
    String id,
    String name,
    @JsonProperty("network_id") String network,
    @JsonProperty("ip_version") int version,
    String cidr,
    @AlwaysPresent @JsonProperty("gateway_ip") Optional<IpAddress> gateway,
    @JsonProperty("allocation_pools") List<AddressPool> pools,
    @JsonProperty("dns_nameservers") List<IpAddress> nameServers,
    @JsonProperty("host_routes") List<HostRoute> routes,
    @JsonProperty("enable_dhcp") boolean dhcp)
    implements Identified {

  public Subnet {
    pools = pools.stream().sorted(Comparator.comparing(it -> it.start().text())).toList();
    nameServers = nameServers.stream().sorted(Comparator.comparing(IpAddress::text)).toList();
    routes = List.copyOf(routes);
  }

  /** Addresses that are given out, the last one included. */
  public record AddressPool(IpAddress start, IpAddress end) {}

  /** A route that hosts are told. */
  public record HostRoute(String destination, IpAddress nexthop) {}

  /** A subnet of which two fields are asked for, and no more. */
  public record Place(String id, @JsonProperty("network_id") String network)
      implements Identified {}
}
