package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.defcore.http.json.NeverNull;

/**
 * A server in the answer to its creation. {@link #toString} hides the password.
 *
 * @param adminPass absent where the service is configured not to tell passwords
 */
public record CreatedServer(
    String id,
    List<Link> links,
    @NeverNull Optional<String> adminPass,
    @NeverNull @JsonProperty("security_groups") Optional<List<JsonNode>> securityGroups,
    @NeverNull @JsonProperty("OS-DCF:diskConfig") Optional<String> diskConfig) {

  public CreatedServer {
    links = List.copyOf(links);
    securityGroups = securityGroups.map(List::copyOf);
  }

  @Override
  public String toString() {
    return "server " + id;
  }
}
