package org.defcore.simcloud.network;

import org.defcore.simcloud.defect.Defect;
import org.defcore.simcloud.defect.SpecialDefect;

/** Defects that only the network service can show. */
public enum NetworkDefect implements SpecialDefect {
  ROUTER_OVERLAPS(
      "network.routers.add-interface.accepts-overlaps",
      "a router may be in subnets of the same addresses"),
  ROUTER_OVERLAPS_REFUSED(
      "network.routers.add-interface.refuses-and-adds",
      "a refused interface in a subnet of the same addresses is added"),
  ROUTER_MOVES(
      "network.routers.add-interface.moves", "a router leaves its subnets when it is put in one"),
  ROUTER_REFUSED_GONE(
      "network.routers.delete.refuses-and-deletes",
      "a router whose deletion is refused is gone with its interfaces"),
  DEFAULT_GROUP_REFUSED_MADE(
      "network.security-groups.create.refuses-and-makes", "a refused default group is made"),
  RULE_ANY_PORT(
      "network.security-group-rules.create.accepts-bad-ports",
      "numbers that no port has are accepted"),
  RULE_ANY_RANGE(
      "network.security-group-rules.create.accepts-bad-ranges",
      "a range of ports may end before it begins, or not begin"),
  RULE_ANY_ICMP(
      "network.security-group-rules.create.accepts-bad-icmp",
      "any type and code of ICMP is accepted, and a code without a type"),
  RULE_REFUSED_MADE(
      "network.security-group-rules.create.refuses-and-makes", "a refused rule opens a port"),
  RULE_REFUSED_RENAMES(
      "network.security-group-rules.create.refuses-and-renames",
      "a refused rule renames its group");

  private final Defect defect;

  NetworkDefect(String name, String description) {
    defect = new Defect(name, description);
  }

  @Override
  public Defect defect() {
    return defect;
  }
}
