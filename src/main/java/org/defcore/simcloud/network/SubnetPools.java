package org.defcore.simcloud.network;

import static org.defcore.simcloud.network.NetworkFaults.refuseIf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.defcore.simcloud.resource.ResourceRules;
import org.defcore.simcloud.resource.ResourceStore;

/** Pools of address ranges, of which subnets are made. */
final class SubnetPools implements ResourceRules {

  @Override
  public void making(ResourceStore store, ObjectNode made) {
    Set<Integer> versions = new TreeSet<>();
    made.path("prefixes").forEach(it -> versions.add(AddressRange.of(it).first().version()));
    refuseIf(versions.isEmpty(), "EmptySubnetPoolPrefixList");
    refuseIf(versions.size() > 1, "PrefixVersionMismatch");
    boolean ipv4 = versions.contains(4);
    made.put("ip_version", ipv4 ? 4 : 6);
    made.putIfAbsent("min_prefixlen", TextNode.valueOf(ipv4 ? "8" : "64"));
    made.putIfAbsent("max_prefixlen", TextNode.valueOf(ipv4 ? "32" : "128"));
    made.putIfAbsent("default_prefixlen", made.path("min_prefixlen"));
  }

  @Override
  public void changing(ResourceStore store, ObjectNode before, ObjectNode changed) {
    making(store, changed);
    List<AddressRange> prefixes =
        changed.path("prefixes").valueStream().map(AddressRange::of).toList();
    for (JsonNode prefix : before.path("prefixes")) {
      refuseIf(
          prefixes.stream().noneMatch(it -> it.contains(AddressRange.of(prefix))),
          "IllegalSubnetPoolPrefixUpdate");
    }
  }

  @Override
  public void removing(ResourceStore store, ObjectNode gone) {
    refuseIf(
        !store.where("subnets", "subnetpool_id", gone.path("id")).isEmpty(),
        "SubnetPoolDeleteError");
  }

  // With lengths as numbers, and without what has no value.
  @Override
  public void show(ResourceStore store, ObjectNode pool, Shown when) {
    if (when == Shown.CHANGED) {
      for (String length : List.of("default_prefixlen", "min_prefixlen", "max_prefixlen")) {
        pool.put(length, pool.path(length).asInt());
      }
      pool.properties().removeIf(it -> it.getValue().isNull());
    }
  }
}
