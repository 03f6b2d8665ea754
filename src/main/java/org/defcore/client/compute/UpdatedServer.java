package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;

/** A server in the answer to its own update, at 2.1: fewer fields than in its record. */
public record UpdatedServer(
    @JsonUnwrapped ServerCore core, Map<String, List<BareAddress>> addresses)
    implements DescribedServer {

  public UpdatedServer {
    addresses = BareAddress.copy(addresses);
  }
}
