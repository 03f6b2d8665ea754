package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** Checks that the parts of a subnet fit together. */
final class SubnetFit {

  private static final List<String> MODES = List.of("ipv6_ra_mode", "ipv6_address_mode");
  private static final Set<String> AUTO = Set.of("slaac", "dhcpv6-stateless");

  private SubnetFit() {}

  /** Returns whether ports make their addresses themselves. */
  static boolean isAuto(JsonNode subnet) {
    return MODES.stream().anyMatch(it -> AUTO.contains(subnet.path(it).asText()));
  }

  static boolean hasMode(JsonNode subnet) {
    return MODES.stream().anyMatch(it -> subnet.path(it).isTextual());
  }

  /** Checks a new subnet. */
  static void check(ObjectNode subnet, AddressRange range) {
    int version = subnet.path("ip_version").asInt();
    requireVersion("cidr", range.toString(), version);
    checkVersions(subnet);
    for (String mode : MODES) {
      if (version == 4 && subnet.path(mode).isTextual()) {
        throw NetworkFaults.invalid(mode + " is not valid when ip_version is 4");
      }
    }
    boolean dhcp = subnet.path("enable_dhcp").asBoolean();
    if (dhcp && range.first().bits() - range.length() < 2) {
      throw NetworkFaults.invalid(
          "Subnet has a prefix length that is incompatible with DHCP service enabled");
    }
    if (hasMode(subnet)) {
      checkModes(subnet, range, dhcp);
    }
  }

  private static void checkModes(ObjectNode subnet, AddressRange range, boolean dhcp) {
    if (!dhcp) {
      throw NetworkFaults.invalid(
          "ipv6_ra_mode or ipv6_address_mode cannot be set when enable_dhcp is set to False");
    }
    List<String> modes =
        MODES.stream().map(subnet::path).filter(JsonNode::isTextual).map(JsonNode::asText).toList();
    if (modes.stream().distinct().count() > 1) {
      throw NetworkFaults.invalid(
          ("ipv6_ra_mode set to '%s' with ipv6_address_mode set to '%s' is not valid. If both"
                  + " attributes are set, they must be the same value")
              .formatted(modes.get(0), modes.get(1)));
    }
    if (isAuto(subnet) && range.length() != 64 && !subnet.path("subnetpool_id").isTextual()) {
      throw NetworkFaults.invalid(
          ("Invalid CIDR %s for IPv6 address mode. OpenStack uses the EUI-64 address format, which"
                  + " requires the prefix to be /64")
              .formatted(range));
    }
  }

  /** Checks that all addresses are of the subnet's version. */
  static void checkVersions(ObjectNode subnet) {
    int version = subnet.path("ip_version").asInt();
    requireVersion("gateway_ip", subnet.path("gateway_ip").asText(""), version);
    subnet
        .path("dns_nameservers")
        .forEach(it -> requireVersion("dns_nameserver", it.asText(), version));
    subnet
        .path("host_routes")
        .forEach(it -> requireVersion("nexthop", it.path("nexthop").asText(), version));
  }

  private static void requireVersion(String name, String text, int version) {
    if (!text.isEmpty() && text.contains(":") != (version == 6)) {
      throw NetworkFaults.invalid(
          "%s '%s' does not match the ip_version '%d'".formatted(name, text, version));
    }
  }
}
