package org.defcore.suite.network;

import java.util.List;
import java.util.Optional;
import org.defcore.client.Wanted;

/**
 * A rule that cannot be.
 *
 * @param from the first port, or the type of ICMP; sent as null if absent
 * @param to the last port, or the code of ICMP
 * @param words in the message of Neutron's refusal
 */
record ImpossibleRule(String protocol, Optional<Integer> from, int to, String words) {

  private static final String NO_RANGE = "port_range_min must be <= port_range_max";

  /** The first five are about ports; then come types and codes of ICMP. */
  static final List<ImpossibleRule> ALL =
      List.of(
          new ImpossibleRule("tcp", Optional.of(-16), 80, "Invalid value for port -16"),
          new ImpossibleRule("tcp", Optional.of(80), 79, NO_RANGE),
          new ImpossibleRule("tcp", Optional.of(80), 65536, "Invalid value for port 65536"),
          new ImpossibleRule("tcp", Optional.empty(), 6, NO_RANGE),
          new ImpossibleRule("tcp", Optional.of(-16), 65536, "Invalid value for port"),
          new ImpossibleRule("icmp", Optional.of(1), 256, "Invalid value for ICMP code"),
          new ImpossibleRule("icmp", Optional.of(-1), 25, "Invalid value"),
          new ImpossibleRule("icmp", Optional.empty(), 6, "ICMP type (port-range-min) is missing"),
          new ImpossibleRule("icmp", Optional.of(300), 1, "Invalid value for ICMP type"));

  Wanted in(String group) {
    return RuleRequests.ingress(group, protocol)
        .with("port_range_min", from)
        .with("port_range_max", to);
  }

  /** {@code tcp, port_range_min null, port_range_max 6}, for messages. */
  @Override
  public String toString() {
    String first = from.map(String::valueOf).orElse("null");
    return "%s, port_range_min %s, port_range_max %d".formatted(protocol, first, to);
  }
}
