package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.common.base.Splitter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The IP protocols that a rule can be about, by name or number. */
final class Protocols {

  private static final String TABLE =
      "ah=51 dccp=33 egp=8 esp=50 gre=47 hopopt=0 icmp=1 igmp=2 ip=4 ipip=4 ipv6-encap=41"
          + " ipv6-frag=44 ipv6-icmp=58 icmpv6=58 ipv6-nonxt=59 ipv6-opts=60 ipv6-route=43 ospf=89"
          + " pgm=113 rsvp=46 sctp=132 tcp=6 udp=17 udplite=136 vrrp=112";
  private static final Map<String, String> NUMBERS =
      Splitter.on(' ').withKeyValueSeparator('=').split(TABLE);
  static final Set<Integer> WITH_PORTS = Set.of(6, 17, 33, 132, 136);
  static final Set<Integer> ICMP = Set.of(1, 58);
  static final Set<Integer> IPV6_ONLY = Set.of(41, 43, 44, 58, 59, 60);

  private Protocols() {}

  /**
   * Reads a protocol as the service keeps it: null, a name in lower case, or a number as a text.
   */
  static JsonNode read(JsonNode sent) {
    if (sent.isNull()) {
      return sent;
    }
    String text = sent.asText().toLowerCase(Locale.ROOT);
    boolean number = text.matches("\\d{1,3}") && Integer.parseInt(text) <= 255;
    if (!number && !NUMBERS.containsKey(text)) {
      throw NetworkFaults.badRequest(
          "SecurityGroupRuleInvalidProtocol",
          ("Security group rule protocol %s not supported. Only protocol values [None, '%s'] and"
                  + " integer representations [0 to 255] are supported.")
              .formatted(sent.asText(), String.join("', '", NUMBERS.keySet())));
    }
    return TextNode.valueOf(text);
  }

  /** The number of a protocol as {@link #read} gives it; less than nothing for none. */
  static int number(JsonNode protocol) {
    String number = NUMBERS.get(protocol.asText());
    return number == null ? protocol.asInt(-1) : Integer.parseInt(number);
  }
}
