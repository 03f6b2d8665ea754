package org.defcore.simcloud.network;

import static org.defcore.simcloud.network.NetworkFaults.refuseIf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.defcore.simcloud.wire.Address;

/** Checks that the parts of a subnet fit together. */
final class SubnetFit {

  private static final List<String> MODES = List.of("ipv6_ra_mode", "ipv6_address_mode");
  private static final Set<String> AUTO = Set.of("slaac", "dhcpv6-stateless");

  private SubnetFit() {}

  /** Returns whether ports make their addresses themselves. */
  static boolean isAuto(JsonNode subnet) {
    return modes(subnet).stream().anyMatch(AUTO::contains);
  }

  private static List<String> modes(JsonNode subnet) {
    return MODES.stream()
        .map(subnet::path)
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .toList();
  }

  /** Checks a new subnet. */
  static void check(ObjectNode subnet, AddressRange range) {
    requireVersion("cidr", range.toString(), subnet);
    checkVersions(subnet);
    for (String mode : MODES) {
      refuseIf(range.first().version() == 4 && subnet.path(mode).isTextual(), "mode-of-ipv4", mode);
    }
    boolean dhcp = subnet.path("enable_dhcp").asBoolean();
    refuseIf(dhcp && range.first().bits() - range.length() < 2, "too-small-for-dhcp");
    List<String> modes = modes(subnet);
    refuseIf(!dhcp && !modes.isEmpty(), "mode-without-dhcp");
    refuseIf(modes.stream().distinct().count() > 1, "modes-differ", modes.toArray());
    refuseIf(
        isAuto(subnet) && range.length() != 64 && !subnet.path("subnetpool_id").isTextual(),
        "not-64",
        range);
  }

  /** Checks a subnet that is about to be changed. */
  static void checkChanged(ObjectNode subnet) {
    checkVersions(subnet);
    refuseIf(
        !modes(subnet).isEmpty() && !subnet.path("enable_dhcp").asBoolean(), "modes-without-dhcp");
    checkPools(subnet);
  }

  private static void checkVersions(ObjectNode subnet) {
    requireVersion("gateway_ip", subnet.path("gateway_ip").asText(""), subnet);
    subnet
        .path("dns_nameservers")
        .forEach(it -> requireVersion("dns_nameserver", it.asText(), subnet));
    subnet
        .path("host_routes")
        .forEach(it -> requireVersion("nexthop", it.path("nexthop").asText(), subnet));
  }

  private static void requireVersion(String name, String text, ObjectNode subnet) {
    int version = subnet.path("ip_version").asInt();
    boolean other = !text.isEmpty() && text.contains(":") != (version == 6);
    refuseIf(other, "other-version", name, text, version);
  }

  /** Checks the allocation pools of a subnet. */
  static void checkPools(ObjectNode subnet) {
    AddressRange range = AddressRange.of(subnet.path("cidr"));
    JsonNode gateway = subnet.path("gateway_ip");
    List<AddressRange> others = new ArrayList<>();
    for (JsonNode shown : subnet.path("allocation_pools")) {
      AddressRange pool = AddressRange.pool(shown);
      String name = name(pool);
      refuseIf(
          pool.isEmpty() || pool.first().version() != range.first().version(),
          "InvalidAllocationPool",
          name);
      refuseIf(!range.contains(pool), "OutOfBoundsAllocationPool", name, range);
      for (AddressRange other : others) {
        refuseIf(pool.overlaps(other), "OverlappingAllocationPools", name(other), name, range);
      }
      refuseIf(
          gateway.isTextual() && pool.contains(Address.of(gateway.asText())),
          "GatewayConflictWithAllocationPools",
          gateway,
          name);
      others.add(pool);
    }
  }

  private static String name(AddressRange pool) {
    return pool.first() + "-" + pool.last();
  }
}
