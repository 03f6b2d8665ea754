package org.defcore.client.compute;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A zone as an ordinary user may see it.
 *
 * @param hosts has to be there and to be null: hosts are for administrators
 */
public record ComputeZone(String zoneName, State zoneState, JsonNode hosts) {

  public ComputeZone {
    if (!hosts.isNull()) {
      throw new IllegalArgumentException("hosts: expected null but found " + hosts);
    }
  }

  /** The availability of a zone for servers. */
  public record State(boolean available) {}
}
