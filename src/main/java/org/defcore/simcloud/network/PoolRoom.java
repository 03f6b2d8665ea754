package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.defcore.simcloud.wire.Refusal;

/**
 * The room in a pool of address ranges.
 *
 * @param subnets that have a part of it already
 */
record PoolRoom(ObjectNode pool, List<ObjectNode> subnets) {

  static PoolRoom of(NetworkStore store, ObjectNode subnet) {
    String id = subnet.path("subnetpool_id").asText();
    String project = subnet.path("project_id").asText();
    return new PoolRoom(
        store.shelf("subnetpools").require(project, id),
        store.where("subnets", "subnetpool_id", id));
  }

  /** The range that a new subnet gets: the one that it asks for, or the first that is free. */
  AddressRange allot(ObjectNode subnet) {
    int version = subnet.path("ip_version").asInt();
    if (version != pool.path("ip_version").asInt()) {
      throw NetworkFaults.badSubnet(
          "Cannot allocate IPv%d subnet from IPv%d subnet pool"
              .formatted(version, pool.path("ip_version").asInt()));
    }
    Optional<AddressRange> wish =
        Optional.of(subnet)
            .filter(it -> it.has("cidr"))
            .map(it -> AddressRange.of(it.path("cidr")));
    if (wish.isEmpty() && subnet.has("allocation_pools")) {
      throw NetworkFaults.badSubnet("allocation_pools allowed only for specific subnet requests.");
    }
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
    if (length > pool.path("max_prefixlen").asInt()) {
      throw outOfBounds("Max", "maximum", length);
    }
    if (length < pool.path("min_prefixlen").asInt()) {
      throw outOfBounds("Min", "minimum", length);
    }
  }

  private Refusal outOfBounds(String bound, String word, int length) {
    return NetworkFaults.badRequest(
        bound + "PrefixSubnetAllocationError",
        "Unable to allocate subnet with prefix length %d, %s allowed prefix is %s."
            .formatted(
                length, word, pool.path(bound.toLowerCase(Locale.ROOT) + "_prefixlen").asText()));
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
    if (quota > 0 && used + Math.pow(2, unit - length) > quota) {
      throw NetworkFaults.conflict(
          "SubnetPoolQuotaExceeded", "Per-tenant subnet pool prefix quota exceeded.");
    }
  }

  private Stream<AddressRange> taken(AddressRange range) {
    return subnets.stream().map(it -> AddressRange.of(it.path("cidr"))).filter(range::overlaps);
  }

  private Stream<AddressRange> prefixes() {
    return pool.path("prefixes").valueStream().map(AddressRange::of);
  }

  private AddressRange requireFree(AddressRange range) {
    if (prefixes().noneMatch(it -> it.contains(range)) || taken(range).findAny().isPresent()) {
      throw NetworkFaults.unallocated(
          "Cannot allocate requested subnet from the available set of prefixes");
    }
    return range;
  }

  private AddressRange free(int length) {
    for (AddressRange prefix : prefixes().toList()) {
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
    throw NetworkFaults.unallocated("Insufficient prefix space to allocate subnet size /" + length);
  }
}
