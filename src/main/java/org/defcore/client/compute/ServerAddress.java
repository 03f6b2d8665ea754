package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.defcore.client.IpAddress;
import org.defcore.http.json.NeverNull;

/** An address of a server in its own record. */
public record ServerAddress(
    int version,
    IpAddress addr,
    @NeverNull @JsonProperty("OS-EXT-IPS:type") Optional<String> type,
    @NeverNull @JsonProperty("OS-EXT-IPS-MAC:mac_addr") Optional<String> mac) {

  public ServerAddress {
    BareAddress.checkVersion(version, addr);
  }

  /** The part that every answer has. */
  public BareAddress bare() {
    return new BareAddress(version, addr);
  }
}
