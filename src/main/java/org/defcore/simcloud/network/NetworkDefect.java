package org.defcore.simcloud.network;

import org.defcore.simcloud.defect.Defect;
import org.defcore.simcloud.defect.SpecialDefect;

/** Defects that only the network service can show. */
public enum NetworkDefect implements SpecialDefect {
  OVERLAP_REFUSED_ADDED(
      "network.routers.add-interface.refuses-and-adds",
      "a refused interface in a subnet of the same addresses is added"),
  ROUTER_MOVES(
      "network.routers.add-interface.moves", "a router leaves its subnets when it is put in one"),
  ROUTER_REFUSED_GONE(
      "network.routers.delete.refuses-and-deletes",
      "a router whose deletion is refused is gone with its interfaces");

  private final Defect defect;

  NetworkDefect(String name, String description) {
    defect = new Defect(name, description);
  }

  @Override
  public Defect defect() {
    return defect;
  }
}
