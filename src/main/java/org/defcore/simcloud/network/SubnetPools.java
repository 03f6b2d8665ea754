package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Pools of address ranges, of which subnets are made. */
final class SubnetPools implements NetworkRules {

  // The service shows these numbers as texts, but for an answer to a change.
  private static final Form LENGTH =
      (name, sent) -> TextNode.valueOf(Form.NUMBER.read(name, sent).asText());

  private static final NetworkResource TYPE =
      NetworkResource.of(
          "subnetpool",
          "Subnet pool %s could not be found.",
          Attribute.of("name", Form.TEXT, Attribute.FOUND).required(),
          Attribute.of("prefixes", Form.listOf(Form.RANGE), Attribute.FOUND).required(),
          Attribute.of("default_quota", Form.NUMBER.orNull(), Attribute.NULL),
          Attribute.of("default_prefixlen", LENGTH, Attribute.FOUND),
          Attribute.of("min_prefixlen", LENGTH, Attribute.FOUND),
          Attribute.of("max_prefixlen", LENGTH, Attribute.FOUND),
          Attribute.flag("is_default", false).with(Attribute.Trait.ADMIN),
          Attribute.flag("shared", false).with(Attribute.Trait.ADMIN).fixed(),
          Attribute.given("ip_version", Attribute.FOUND),
          Attribute.given("address_scope_id", Attribute.NULL));

  @Override
  public NetworkResource type() {
    return TYPE;
  }

  @Override
  public void making(NetworkStore store, ObjectNode made) {
    complete(made);
  }

  @Override
  public void changing(NetworkStore store, ObjectNode before, ObjectNode changed) {
    complete(changed);
    List<AddressRange> prefixes =
        changed.path("prefixes").valueStream().map(AddressRange::of).toList();
    for (JsonNode prefix : before.path("prefixes")) {
      if (prefixes.stream().noneMatch(it -> it.contains(AddressRange.of(prefix)))) {
        throw NetworkFaults.badRequest(
            "IllegalSubnetPoolPrefixUpdate",
            "Illegal update to prefixes: Existing prefixes must be a subset of the new prefixes.");
      }
    }
  }

  @Override
  public void removing(NetworkStore store, ObjectNode gone) {
    if (!store.where("subnets", "subnetpool_id", gone.path("id").asText()).isEmpty()) {
      throw NetworkFaults.badRequest(
          "SubnetPoolDeleteError",
          "Unable to delete subnet pool: Subnet pool has existing allocations.");
    }
  }

  private static void complete(ObjectNode pool) {
    Set<Integer> versions = new TreeSet<>();
    pool.path("prefixes").forEach(it -> versions.add(AddressRange.of(it).first().version()));
    if (versions.isEmpty()) {
      throw NetworkFaults.badRequest("EmptySubnetPoolPrefixList", "Empty subnet pool prefix list.");
    }
    if (versions.size() > 1) {
      throw NetworkFaults.badRequest(
          "PrefixVersionMismatch", "Cannot mix IPv4 and IPv6 prefixes in a subnet pool.");
    }
    boolean ipv4 = versions.contains(4);
    pool.put("ip_version", ipv4 ? 4 : 6);
    setIfAbsent(pool, "min_prefixlen", ipv4 ? "8" : "64");
    setIfAbsent(pool, "max_prefixlen", ipv4 ? "32" : "128");
    setIfAbsent(pool, "default_prefixlen", pool.path("min_prefixlen").asText());
  }

  private static void setIfAbsent(ObjectNode pool, String attribute, String usual) {
    if (!pool.has(attribute)) {
      pool.put(attribute, usual);
    }
  }

  // With lengths as numbers, and without what has no value.
  @Override
  public ObjectNode shownWhenChanged(NetworkStore store, ObjectNode stored) {
    ObjectNode pool = shown(store, stored);
    for (String length : List.of("default_prefixlen", "min_prefixlen", "max_prefixlen")) {
      pool.put(length, pool.path(length).asInt());
    }
    pool.properties().removeIf(it -> it.getValue().isNull());
    return pool;
  }
}
