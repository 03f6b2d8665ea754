package org.defcore.simcloud.network;

import static org.defcore.simcloud.network.NetworkFaults.refuseIf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.defcore.simcloud.resource.ResourceRules;
import org.defcore.simcloud.resource.ResourceStore;
import org.defcore.simcloud.wire.Address;
import org.defcore.simcloud.wire.Json;

/** Subnets, and the addresses in them. */
final class Subnets implements ResourceRules {

  @Override
  public void making(ResourceStore store, ObjectNode made) {
    JsonNode network = made.path("network_id");
    String project = made.path("project_id").asText();
    boolean own = store.shelf("networks").owns(project, network.asText());
    refuseIf(!own, "forbidden", "create", "subnet");
    made.put("ip_version", made.path("ip_version").asInt());
    AddressRange range = range(store, made);
    made.put("cidr", range.toString()).remove("prefixlen");
    SubnetFit.check(made, range);
    for (JsonNode other : store.where("subnets", "network_id", network)) {
      refuseIf(
          other.path("ip_version").equals(made.path("ip_version"))
              && !other.path("subnetpool_id").equals(made.path("subnetpool_id")),
          "NetworkSubnetPoolAffinityError");
      refuseIf(
          AddressRange.of(other.path("cidr")).overlaps(range), "subnets-overlap", range, network);
    }
    if (!made.has("gateway_ip")) {
      // Routers of version 6 answer to the first address.
      int host = range.first().version() == 4 || ofPool(made) ? 1 : 0;
      made.put("gateway_ip", range.first().plus(host).toString());
    }
    if (!made.has("allocation_pools")) {
      made.set("allocation_pools", Json.array(pools(range, made.path("gateway_ip"))));
    }
    SubnetFit.checkPools(made);
  }

  private static boolean ofPool(ObjectNode subnet) {
    return subnet.path("subnetpool_id").isTextual();
  }

  private static AddressRange range(ResourceStore store, ObjectNode made) {
    refuseIf(made.has("cidr") && made.has("prefixlen"), "cidr-and-length");
    if (ofPool(made)) {
      return PoolRoom.of(store, made).allot(made);
    }
    refuseIf(!made.has("cidr"), "no-cidr");
    return AddressRange.of(made.path("cidr"));
  }

  // All hosts but the gateway. The first address is nobody's, and the last one of IPv4 everybody's.
  private static List<ObjectNode> pools(AddressRange range, JsonNode gateway) {
    Address first = range.first().plus(1);
    Address last = range.last().plus(range.first().version() == 4 ? -1 : 0);
    AddressRange hosts = new AddressRange(first, last);
    Stream<AddressRange> free = Stream.of(hosts);
    if (gateway.isTextual() && hosts.contains(Address.of(gateway.asText()))) {
      Address taken = Address.of(gateway.asText());
      free =
          Stream.of(new AddressRange(first, taken.plus(-1)), new AddressRange(taken.plus(1), last));
    }
    return free.filter(it -> !it.isEmpty()).map(AddressRange::pool).toList();
  }

  @Override
  public void made(ResourceStore store, ObjectNode made) {
    removed(store, made);
  }

  @Override
  public void changing(ResourceStore store, ObjectNode before, ObjectNode changed) {
    SubnetFit.checkChanged(changed);
  }

  /** Ports give up the addresses that they made themselves. */
  @Override
  public void removing(ResourceStore store, ObjectNode gone) {
    if (SubnetFit.isAuto(gone)) {
      store.where("ports", "network_id", gone.path("network_id")).stream()
          .filter(it -> !Ports.isOfNetwork(it))
          .map(it -> it.path("id").asText())
          .forEach(it -> store.shelf("ports").change(it, port -> without(gone, port)));
    }
    Ports.requireNoUse(store, gone, "subnet_id", "SubnetInUse");
  }

  private static ObjectNode without(ObjectNode subnet, ObjectNode port) {
    port.withArray("fixed_ips").removeIf(it -> it.path("subnet_id").equals(subnet.path("id")));
    return port;
  }

  @Override
  public void removed(ResourceStore store, ObjectNode gone) {
    store.change("networks", gone.path("network_id"), Json.object());
  }
}
