package org.defcore.client.network;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A rule to be asked for, about what comes in by IPv4.
 *
 * @param protocol by name
 * @param from the first port, or the type of ICMP; sent as null if absent
 * @param to the last port, or the code of ICMP
 */
public record PortRule(String protocol, Optional<Integer> from, int to) {

  public static PortRule of(String protocol, int from, int to) {
    return new PortRule(protocol, Optional.of(from), to);
  }

  /** One that ends somewhere, but begins nowhere. */
  public static PortRule upTo(String protocol, int to) {
    return new PortRule(protocol, Optional.empty(), to);
  }

  ObjectNode body(String group) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode rule =
        body.putObject("security_group_rule")
            .put("security_group_id", group)
            .put("direction", "ingress")
            .put("ethertype", "IPv4")
            .put("protocol", protocol);
    from.ifPresentOrElse(
        it -> rule.put("port_range_min", it), () -> rule.putNull("port_range_min"));
    rule.put("port_range_max", to);
    return body;
  }
}
