package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.defcore.simcloud.wire.Refusal;

/** Checks that the parts of a rule fit together, in the order of the service. */
final class RuleFit {

  private static final int LAST_OF_ICMP = 255;

  private RuleFit() {}

  /** Checks a rule; ICMP has had two names since there is IPv6, and gets one of them. */
  static void check(ObjectNode rule) {
    if (rule.path("remote_group_id").isTextual() && rule.path("remote_ip_prefix").isTextual()) {
      throw NetworkFaults.badRequest(
          "SecurityGroupRemoteGroupAndRemoteIpPrefix",
          "Only remote_ip_prefix or remote_group_id may be provided.");
    }
    JsonNode protocol = rule.path("protocol");
    requirePorts(protocol, rule.path("port_range_min"), rule.path("port_range_max"));
    if (protocol.isNull()) {
      return;
    }
    String ethertype = rule.path("ethertype").asText();
    boolean ipv6 = ethertype.equals("IPv6");
    if (!ipv6 && Protocols.IPV6_ONLY.contains(Protocols.number(protocol))) {
      throw NetworkFaults.badRequest(
          "SecurityGroupEthertypeConflictWithProtocol",
          "Invalid ethertype %s for protocol %s.".formatted(ethertype, protocol.asText()));
    }
    if (ipv6 && Set.of("icmp", "icmpv6").contains(protocol.asText())) {
      rule.put("protocol", "ipv6-icmp");
    }
  }

  private static void requirePorts(JsonNode protocol, JsonNode from, JsonNode to) {
    if (from.isNull() && to.isNull()) {
      return;
    }
    if (protocol.isNull()) {
      throw NetworkFaults.badRequest(
          "SecurityGroupProtocolRequiredWithPorts",
          "Must also specify protocol if port range is given.");
    }
    int number = Protocols.number(protocol);
    if (Protocols.WITH_PORTS.contains(number)) {
      requireRange(from, to);
    } else if (Protocols.ICMP.contains(number)) {
      requireIcmp(from, to);
    } else {
      throw NetworkFaults.badRequest(
          "SecurityGroupInvalidProtocolForPort",
          ("Ports cannot be specified for protocol %d. Ports are only supported for DCCP, SCTP,"
                  + " TCP, UDP, UDPLITE.")
              .formatted(number));
    }
  }

  private static void requireRange(JsonNode from, JsonNode to) {
    if (from.asInt(-1) == 0 || to.asInt(-1) == 0) {
      throw badPort("0");
    }
    boolean range = !from.isNull() && !to.isNull() && from.asInt() <= to.asInt();
    if (!range) {
      throw NetworkFaults.badRequest(
          "SecurityGroupInvalidPortRange",
          "For TCP/UDP protocols, port_range_min must be <= port_range_max");
    }
  }

  static Refusal badPort(String text) {
    return NetworkFaults.badRequest(
        "SecurityGroupInvalidPortValue", "Invalid value for port " + text);
  }

  private static void requireIcmp(JsonNode type, JsonNode code) {
    requireOfIcmp("type (port_range_min)", type);
    requireOfIcmp("code (port_range_max)", code);
    if (type.isNull()) {
      throw NetworkFaults.badRequest(
          "SecurityGroupMissingIcmpType",
          "ICMP code (port-range-max) %s is provided but ICMP type (port-range-min) is missing."
              .formatted(code.asText()));
    }
  }

  private static void requireOfIcmp(String field, JsonNode value) {
    if (value.asInt() < 0 || value.asInt() > LAST_OF_ICMP) {
      throw NetworkFaults.badRequest(
          "SecurityGroupInvalidIcmpValue",
          "Invalid value for ICMP %s %d. It must be 0 to 255.".formatted(field, value.asInt()));
    }
  }
}
