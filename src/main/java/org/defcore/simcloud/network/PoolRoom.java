package org.defcore.simcloud.network;

import static org.defcore.simcloud.network.NetworkFaults.refuseIf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.defcore.simcloud.resource.ResourceStore;
import org.defcore.simcloud.wire.Address;

/**
 * The room in a pool of address ranges.
 *
 * @param subnets that have a part of it already
 */
record PoolRoom(ObjectNode pool, List<ObjectNode> subnets) {

  static PoolRoom of(ResourceStore store, ObjectNode subnet) {
    JsonNode id = subnet.path("subnetpool_id");
    return new PoolRoom(
        store.shelf("subnetpools").require(subnet.path("project_id").asText(), id.asText()),
        store.where("subnets", "subnetpool_id", id));
  }

  /** The range that a new subnet gets: the one that it asks for, or the first that is free. */
  AddressRange allot(ObjectNode subnet) {
    int version = subnet.path("ip_version").asInt();
    int own = pool.path("ip_version").asInt();
    refuseIf(version != own, "other-version-of-pool", version, own);
    Optional<AddressRange> wish = subnet.optional("cidr").map(AddressRange::of);
    refuseIf(wish.isEmpty() && subnet.has("allocation_pools"), "pools-without-cidr");
    int length =
        wish.map(AddressRange::length)
            .orElse(subnet.path("prefixlen").asInt(pool.path("default_prefixlen").asInt()));
    requireLength(length);
    requireQuota(subnet.path("project_id"), length);
    // A gateway says where the subnet is.
    if (wish.isEmpty() && subnet.path("gateway_ip").isTextual()) {
      wish = AddressRange.parse(subnet.path("gateway_ip").asText() + "/" + length);
    }
    return wish.isPresent() ? requireFree(wish.get()) : free(length);
  }

  private void requireLength(int length) {
    JsonNode most = pool.path("max_prefixlen");
    JsonNode least = pool.path("min_prefixlen");
    refuseIf(length > most.asInt(), "MaxPrefixSubnetAllocationError", length, most);
    refuseIf(length < least.asInt(), "MinPrefixSubnetAllocationError", length, least);
  }

  // In addresses of version 4, and in ranges of 64 bits of version 6.
  private void requireQuota(JsonNode project, int length) {
    int unit = pool.path("ip_version").asInt() == 4 ? 32 : 64;
    double used =
        subnets.stream()
            .filter(it -> it.path("project_id").equals(project))
            .mapToDouble(it -> Math.pow(2, unit - AddressRange.of(it.path("cidr")).length()))
            .sum();
    int quota = pool.path("default_quota").asInt();
    refuseIf(quota > 0 && used + Math.pow(2, unit - length) > quota, "SubnetPoolQuotaExceeded");
  }

  private Stream<AddressRange> taken(AddressRange range) {
    return subnets.stream().map(it -> AddressRange.of(it.path("cidr"))).filter(range::overlaps);
  }

  private List<AddressRange> prefixes() {
    return pool.path("prefixes").valueStream().map(AddressRange::of).toList();
  }

  private AddressRange requireFree(AddressRange range) {
    refuseIf(
        prefixes().stream().noneMatch(it -> it.contains(range))
            || taken(range).findAny().isPresent(),
        "SubnetAllocationError",
        "Cannot allocate requested subnet from the available set of prefixes");
    return range;
  }

  private AddressRange free(int length) {
    for (AddressRange prefix : prefixes()) {
      AddressRange next = AddressRange.of(prefix.first() + "/" + length);
      while (prefix.contains(next)) {
        Optional<Address> end = taken(next).map(AddressRange::last).max(Address::compareTo);
        if (end.isEmpty()) {
          return next;
        }
        Address last = Stream.of(end.get(), next.last()).max(Address::compareTo).orElseThrow();
        next = AddressRange.of(last.plus(1) + "/" + length);
      }
    }
    throw NetworkFaults.of(
        "SubnetAllocationError", "Insufficient prefix space to allocate subnet size /" + length);
  }
}
