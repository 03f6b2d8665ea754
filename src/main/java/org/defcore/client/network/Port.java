package org.defcore.client.network;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.defcore.client.Identified;
import org.defcore.client.IpAddress;

/**
 * A port.
 *
 * @param up switched on, which says nothing of its status
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Port(
    String id,
    String name,
    @JsonProperty("network_id") String network,
    @JsonProperty("admin_state_up") boolean up,
    @JsonProperty("fixed_ips") List<FixedIp> addresses)
    implements Identified {

  public Port {
    addresses = List.copyOf(addresses);
  }

  /** An address of a port in a subnet. */
  public record FixedIp(
      @JsonProperty("subnet_id") String subnet, @JsonProperty("ip_address") IpAddress address) {}

  /** A port of which two fields are asked for, and no more. */
  public record Address(String id, @JsonProperty("mac_address") String mac) implements Identified {}
}
