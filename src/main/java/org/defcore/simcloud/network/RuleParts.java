package org.defcore.simcloud.network;

import static org.defcore.simcloud.network.NetworkFaults.refuseIf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.common.base.Splitter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The parts of a rule of a security group, by themselves and together. */
final class RuleParts {

  static final int LAST_PORT = 65535;

  private static final int LAST_OF_ICMP = 255;
  private static final Map<String, String> PROTOCOLS =
      Splitter.on(' ')
          .withKeyValueSeparator('=')
          .split(
              "ah=51 dccp=33 egp=8 esp=50 gre=47 hopopt=0 icmp=1 igmp=2 ip=4 ipip=4 ipv6-encap=41"
                  + " ipv6-frag=44 ipv6-icmp=58 icmpv6=58 ipv6-nonxt=59 ipv6-opts=60 ipv6-route=43"
                  + " ospf=89 pgm=113 rsvp=46 sctp=132 tcp=6 udp=17 udplite=136 vrrp=112");
  private static final Set<Integer> WITH_PORTS = Set.of(6, 17, 33, 132, 136);
  private static final Set<Integer> ICMP = Set.of(1, 58);
  private static final Set<Integer> IPV6_ONLY = Set.of(41, 43, 44, 58, 59, 60);

  private RuleParts() {}

  /** A protocol as the service keeps it: a name in lower case, or a number as a text. */
  static JsonNode protocol(String sent) {
    String text = sent.toLowerCase(Locale.ROOT);
    boolean number = text.matches("\\d{1,3}") && Integer.parseInt(text) <= 255;
    refuseIf(
        !number && !PROTOCOLS.containsKey(text),
        "SecurityGroupRuleInvalidProtocol",
        sent,
        String.join("', '", PROTOCOLS.keySet()));
    return TextNode.valueOf(text);
  }

  /** The number of a protocol, as two names may mean one; less than nothing for none. */
  static int number(JsonNode protocol) {
    String number = PROTOCOLS.get(protocol.asText());
    return number == null ? protocol.asInt(-1) : Integer.parseInt(number);
  }

  static JsonNode port(String sent) {
    boolean fits = sent.matches("\\d{1,9}") && Integer.parseInt(sent) <= LAST_PORT;
    refuseIf(!fits, "SecurityGroupInvalidPortValue", sent);
    return IntNode.valueOf(Integer.parseInt(sent));
  }

  static JsonNode ethertype(String sent) {
    return List.of("IPv4", "IPv6").stream()
        .filter(sent::equalsIgnoreCase)
        .findFirst()
        .map(TextNode::valueOf)
        .orElseThrow(() -> NetworkFaults.of("SecurityGroupRuleInvalidEtherType", sent));
  }

  /**
   * Checks that the parts fit together, in the order of the service; ICMP has had two names since
   * there is IPv6, and gets one of them.
   */
  static void check(ObjectNode rule) {
    refuseIf(
        rule.path("remote_group_id").isTextual() && rule.path("remote_ip_prefix").isTextual(),
        "SecurityGroupRemoteGroupAndRemoteIpPrefix");
    JsonNode protocol = rule.path("protocol");
    checkPorts(protocol, rule.path("port_range_min"), rule.path("port_range_max"));
    boolean ipv6 = rule.path("ethertype").asText().equals("IPv6");
    refuseIf(
        !ipv6 && IPV6_ONLY.contains(number(protocol)),
        "SecurityGroupEthertypeConflictWithProtocol",
        rule.path("ethertype"),
        protocol);
    if (ipv6 && Set.of("icmp", "icmpv6").contains(protocol.asText())) {
      rule.put("protocol", "ipv6-icmp");
    }
  }

  private static void checkPorts(JsonNode protocol, JsonNode from, JsonNode to) {
    if (from.isNull() && to.isNull()) {
      return;
    }
    refuseIf(protocol.isNull(), "SecurityGroupProtocolRequiredWithPorts");
    int number = number(protocol);
    if (ICMP.contains(number)) {
      checkIcmp("type (port_range_min)", from);
      checkIcmp("code (port_range_max)", to);
      refuseIf(from.isNull(), "SecurityGroupMissingIcmpType", to);
      return;
    }
    refuseIf(!WITH_PORTS.contains(number), "SecurityGroupInvalidProtocolForPort", number);
    refuseIf(from.asInt(-1) == 0 || to.asInt(-1) == 0, "SecurityGroupInvalidPortValue", "0");
    refuseIf(
        from.isNull() || to.isNull() || from.asInt() > to.asInt(), "SecurityGroupInvalidPortRange");
  }

  private static void checkIcmp(String field, JsonNode value) {
    refuseIf(value.asInt() > LAST_OF_ICMP, "SecurityGroupInvalidIcmpValue", field, value);
  }
}
