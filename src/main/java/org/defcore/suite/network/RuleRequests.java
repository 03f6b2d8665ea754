package org.defcore.suite.network;

import java.util.Optional;
import org.defcore.client.Wanted;

/** Requests for rules about incoming IPv4. */
final class RuleRequests {

  private RuleRequests() {}

  /** The least to ask for. */
  static Wanted ingress(String group, String protocol) {
    return Wanted.nameless()
        .with("security_group_id", group)
        .with("direction", "ingress")
        .with("ethertype", "IPv4")
        .with("protocol", protocol);
  }

  /**
   * The same for any sender, which is sent as null.
   *
   * @param from the first port, or the type of ICMP
   * @param to the last port, or the code of ICMP; empty is sent as null, too
   */
  static Wanted fromAnywhere(Wanted ingress, int from, Optional<Integer> to) {
    return ingress
        .with("port_range_min", from)
        .with("port_range_max", to)
        .with("remote_group_id", Optional.empty())
        .with("remote_ip_prefix", Optional.empty());
  }
}
