package org.defcore.client.network;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A rule to ask for, about incoming IPv4.
 *
 * @param protocol by name
 * @param from the first port, or the type of ICMP; sent as null if absent
 * @param to the last port, or the code of ICMP
 */
public record PortRule(String protocol, Optional<Integer> from, int to) {

  public static PortRule of(String protocol, int from, int to) {
    return new PortRule(protocol, Optional.of(from), to);
  }

  /** A range with an end but no beginning. */
  public static PortRule upTo(String protocol, int to) {
    return new PortRule(protocol, Optional.empty(), to);
  }

  /** The fields of the request for that group. */
  ObjectNode in(String group) {
    ObjectNode rule =
        JsonNodeFactory.instance
            .objectNode()
            .put("security_group_id", group)
            .put("direction", "ingress")
            .put("ethertype", "IPv4")
            .put("protocol", protocol);
    from.ifPresentOrElse(
        it -> rule.put("port_range_min", it), () -> rule.putNull("port_range_min"));
    return rule.put("port_range_max", to);
  }
}
