package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Set;
import org.defcore.simcloud.wire.Refusal;

/**
 * Reads what a rule that is asked for lets through, and looks at things in the order of the
 * service. It is for everybody or for the members of a group, never for an address.
 */
final class RuleReader {

  static final Set<String> ATTRIBUTES =
      Set.of(
          "security_group_id",
          "direction",
          "ethertype",
          "protocol",
          "port_range_min",
          "port_range_max",
          "remote_group_id",
          "description");

  private static final int LAST_PORT = 65535;
  private static final int LAST_OF_ICMP = 255;
  private static final JsonNode NOTHING = NullNode.getInstance();
  private static final List<String> ETHERTYPES = List.of("IPv4", "IPv6");

  private RuleReader() {}

  static Traffic read(NetworkDocument asked) {
    String direction = direction(asked.attribute("direction").asText());
    JsonNode protocol = Protocols.read(asked.attribute("protocol"));
    JsonNode from = port(asked.attribute("port_range_min"));
    JsonNode to = port(asked.attribute("port_range_max"));
    String ethertype = ethertype(asked.attribute("ethertype"));
    JsonNode remote = asked.attribute("remote_group_id");
    JsonNode group = remote.isTextual() ? remote : NOTHING;
    if (from.asInt() == 1 && to.asInt() == LAST_PORT) {
      // All ports are as good as none, and cheaper to keep.
      from = NOTHING;
      to = NOTHING;
    }
    requireFit(protocol, from, to);
    JsonNode kept = named(protocol, ethertype);
    return new Traffic(direction, ethertype, kept, from, to, group);
  }

  private static String direction(String sent) {
    if (!Set.of("ingress", "egress").contains(sent)) {
      throw NetworkFaults.badRequest(
          "Invalid input for direction. Reason: " + sent + " is not in valid_values.");
    }
    return sent;
  }

  private static JsonNode port(JsonNode sent) {
    if (sent.isNull() || sent.isMissingNode()) {
      return NOTHING;
    }
    String text = sent.asText();
    boolean number = text.matches("-?\\d{1,9}");
    boolean fits = number && Integer.parseInt(text) >= 0 && Integer.parseInt(text) <= LAST_PORT;
    if (!fits) {
      throw badPort(text);
    }
    return IntNode.valueOf(Integer.parseInt(text));
  }

  private static Refusal badPort(String text) {
    return NetworkFaults.badRequest(
        "SecurityGroupInvalidPortValue", "Invalid value for port " + text);
  }

  private static String ethertype(JsonNode sent) {
    String text = sent.isMissingNode() ? "IPv4" : sent.asText();
    return ETHERTYPES.stream()
        .filter(it -> it.equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                NetworkFaults.badRequest(
                    "SecurityGroupRuleInvalidEtherType",
                    ("Security group rule for ethertype '%s' not supported. Allowed values are"
                            + " ['IPv4', 'IPv6'].")
                        .formatted(text)));
  }

  private static void requireFit(JsonNode protocol, JsonNode from, JsonNode to) {
    if (from.isNull() && to.isNull()) {
      return;
    }
    if (protocol.isNull()) {
      throw NetworkFaults.badRequest(
          "SecurityGroupProtocolRequiredWithPorts",
          "Must also specify protocol if port range is given.");
    }
    int number = Protocols.number(protocol.asText());
    if (Protocols.hasPorts(number)) {
      requireRange(from, to);
    } else if (Protocols.isIcmp(number)) {
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

  /** ICMP has had two names since there is IPv6, and keeps one of them. */
  private static JsonNode named(JsonNode protocol, String ethertype) {
    if (protocol.isNull()) {
      return protocol;
    }
    String text = protocol.asText();
    boolean ipv6 = ethertype.equals("IPv6");
    if (!ipv6 && Protocols.isIpv6Only(Protocols.number(text))) {
      throw NetworkFaults.badRequest(
          "SecurityGroupEthertypeConflictWithProtocol",
          "Invalid ethertype %s for protocol %s.".formatted(ethertype, text));
    }
    boolean legacy = ipv6 && Set.of("icmp", "icmpv6").contains(text);
    return legacy ? TextNode.valueOf("ipv6-icmp") : protocol;
  }
}
