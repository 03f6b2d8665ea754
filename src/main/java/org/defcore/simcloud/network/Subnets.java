package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.defcore.simcloud.wire.Json;

/** Subnets, and the addresses in them. */
final class Subnets implements NetworkRules {

  private static final Form IPV6_MODE =
      Form.oneOf("dhcpv6-stateful", "dhcpv6-stateless", "slaac").orNull();

  private static final NetworkResource TYPE =
      NetworkResource.of(
              "subnet",
              "Subnet %s could not be found.",
              Attribute.text("name"),
              Attribute.of("network_id", Form.UUID, Attribute.FOUND)
                  .references("networks")
                  .required()
                  .fixed(),
              Attribute.of("ip_version", Form.oneOf("4", "6"), Attribute.FOUND).required().fixed(),
              Attribute.of("subnetpool_id", Form.UUID.orNull(), Attribute.NULL).fixed(),
              Attribute.of("cidr", Form.RANGE, Attribute.FOUND).fixed(),
              Attribute.of("prefixlen", Form.NUMBER, Attribute.FOUND).fixed(),
              Attribute.of("gateway_ip", Form.ADDRESS.orNull(), Attribute.FOUND),
              Attribute.of(
                  "allocation_pools",
                  Form.listOf(Form.object(Map.of("start", Form.ADDRESS, "end", Form.ADDRESS))),
                  Attribute.FOUND),
              Attribute.list("dns_nameservers", Form.ADDRESS),
              Attribute.list(
                  "host_routes",
                  Form.object(Map.of("destination", Form.RANGE, "nexthop", Form.ADDRESS))),
              Attribute.list("service_types", Form.TEXT),
              Attribute.flag("enable_dhcp", true),
              Attribute.of("ipv6_ra_mode", IPV6_MODE, Attribute.NULL).fixed(),
              Attribute.of("ipv6_address_mode", IPV6_MODE, Attribute.NULL).fixed())
          .usedBy(
              "subnet_id",
              "SubnetInUse",
              "Unable to complete operation on subnet %s: One or more ports have an IP allocation"
                  + " from this subnet.");

  @Override
  public NetworkResource type() {
    return TYPE;
  }

  @Override
  public void making(NetworkStore store, ObjectNode made) {
    String network = made.path("network_id").asText();
    String project = made.path("project_id").asText();
    if (!store.shelf("networks").owns(project, network)) {
      throw TYPE.forbidden("create");
    }
    made.put("ip_version", made.path("ip_version").asInt());
    AddressRange range = range(store, made);
    made.put("cidr", range.toString()).remove("prefixlen");
    SubnetFit.check(made, range);
    for (JsonNode other : store.where("subnets", "network_id", network)) {
      if (other.path("ip_version").equals(made.path("ip_version"))
          && !other.path("subnetpool_id").equals(made.path("subnetpool_id"))) {
        throw NetworkFaults.badRequest(
            "NetworkSubnetPoolAffinityError",
            "Subnets hosted on the same network must be allocated from the same subnet pool.");
      }
      if (AddressRange.of(other.path("cidr")).overlaps(range)) {
        throw NetworkFaults.invalid(
            "Requested subnet with cidr: %s for network: %s overlaps with another subnet"
                .formatted(range, network));
      }
    }
    if (!made.has("gateway_ip")) {
      // Routers of version 6 answer to the first address.
      int host = range.first().version() == 4 || ofPool(made) ? 1 : 0;
      made.put("gateway_ip", range.first().plus(host).toString());
    }
    if (!made.has("allocation_pools")) {
      made.set("allocation_pools", Json.array(pools(range, made.path("gateway_ip"))));
    }
    checkPools(made);
  }

  private static boolean ofPool(ObjectNode subnet) {
    return subnet.path("subnetpool_id").isTextual();
  }

  private static AddressRange range(NetworkStore store, ObjectNode made) {
    if (made.has("cidr") && made.has("prefixlen")) {
      throw NetworkFaults.badSubnet("cidr and prefixlen must not be supplied together");
    }
    if (ofPool(made)) {
      return PoolRoom.of(store, made).allot(made);
    }
    if (!made.has("cidr")) {
      throw NetworkFaults.badSubnet("a subnetpool must be specified in the absence of a cidr");
    }
    return AddressRange.of(made.path("cidr"));
  }

  // All hosts but the gateway. The first address is nobody's, and the last one of IPv4 everybody's.
  private static List<ObjectNode> pools(AddressRange range, JsonNode gateway) {
    Address first = range.first().plus(1);
    Address last = range.last().plus(range.first().version() == 4 ? -1 : 0);
    AddressRange hosts = new AddressRange(first, last);
    if (!gateway.isTextual() || !hosts.contains(Address.of(gateway.asText()))) {
      return Stream.of(hosts).filter(it -> !it.isEmpty()).map(AddressRange::pool).toList();
    }
    Address taken = Address.of(gateway.asText());
    return Stream.of(new AddressRange(first, taken.plus(-1)), new AddressRange(taken.plus(1), last))
        .filter(it -> !it.isEmpty())
        .map(AddressRange::pool)
        .toList();
  }

  private static void checkPools(ObjectNode subnet) {
    AddressRange range = AddressRange.of(subnet.path("cidr"));
    List<AddressRange> pools = new ArrayList<>();
    for (JsonNode pool : subnet.path("allocation_pools")) {
      if (!pool.has("start")
          || !pool.has("end")
          || AddressRange.pool(pool).isEmpty()
          || AddressRange.pool(pool).first().version() != range.first().version()) {
        throw NetworkFaults.badRequest(
            "InvalidAllocationPool", "The allocation pool " + name(pool) + " is not valid.");
      }
      AddressRange one = AddressRange.pool(pool);
      if (!range.contains(one)) {
        throw NetworkFaults.badRequest(
            "OutOfBoundsAllocationPool",
            "The allocation pool %s spans beyond the subnet cidr %s.".formatted(name(pool), range));
      }
      for (AddressRange other : pools) {
        if (one.overlaps(other)) {
          throw NetworkFaults.conflict(
              "OverlappingAllocationPools",
              "Found overlapping allocation pools: %s %s for subnet %s."
                  .formatted(name(other.pool()), name(pool), range));
        }
      }
      if (subnet.path("gateway_ip").isTextual()
          && one.contains(Address.of(subnet.path("gateway_ip").asText()))) {
        throw NetworkFaults.conflict(
            "GatewayConflictWithAllocationPools",
            "Gateway ip %s conflicts with allocation pool %s."
                .formatted(subnet.path("gateway_ip").asText(), name(pool)));
      }
      pools.add(one);
    }
  }

  private static String name(JsonNode pool) {
    return pool.path("start").asText() + "-" + pool.path("end").asText();
  }

  @Override
  public void made(NetworkStore store, ObjectNode made) {
    store.change("networks", made.path("network_id").asText(), Json.object());
  }

  @Override
  public void changing(NetworkStore store, ObjectNode before, ObjectNode changed) {
    SubnetFit.checkVersions(changed);
    if (SubnetFit.hasMode(changed) && !changed.path("enable_dhcp").asBoolean()) {
      throw NetworkFaults.invalid("Cannot disable enable_dhcp with ipv6 attributes set");
    }
    checkPools(changed);
  }

  /** Ports give up the addresses that they made themselves. */
  @Override
  public void removing(NetworkStore store, ObjectNode gone) {
    if (SubnetFit.isAuto(gone)) {
      store.where("ports", "network_id", gone.path("network_id").asText()).stream()
          .filter(it -> !Ports.isOfNetwork(it))
          .forEach(
              it ->
                  store.shelf("ports").change(it.path("id").asText(), port -> without(gone, port)));
    }
  }

  private static ObjectNode without(ObjectNode subnet, ObjectNode port) {
    port.withArray("fixed_ips").removeIf(it -> it.path("subnet_id").equals(subnet.path("id")));
    return port;
  }

  @Override
  public void removed(NetworkStore store, ObjectNode gone) {
    store.change("networks", gone.path("network_id").asText(), Json.object());
  }
}
