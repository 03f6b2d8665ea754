package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.http.json.NeverNull;

/**
 * A server in the answer to a rebuild, at 2.1. {@link #toString} hides the password.
 *
 * @param adminPass absent where the service is configured not to tell passwords
 */
public record RebuiltServer(
    @JsonUnwrapped ServerCore core,
    Map<String, List<BareAddress>> addresses,
    @NeverNull Optional<String> adminPass)
    implements DescribedServer {

  public RebuiltServer {
    addresses = BareAddress.copy(addresses);
  }

  @Override
  public String toString() {
    return "server " + id() + " in status " + status();
  }
}
