package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.defcore.client.Identified;
import org.defcore.http.json.NeverNull;

/**
 * An accepted creation.
 *
 * @param requestId the service's own id of the call in its older header, {@code
 *     x-compute-request-id}; the action log keeps it
 */
public record ServerCreation<T extends Identified>(T server, Optional<String> requestId)
    implements Identified {

  /**
   * A server in the answer to its creation: no reservation. {@link #toString} hides the password.
   *
   * @param adminPass absent where the service is configured not to tell passwords
   */
  public record Created(
      String id,
      List<Link> links,
      @NeverNull Optional<String> adminPass,
      @NeverNull @JsonProperty("security_groups") Optional<List<JsonNode>> securityGroups,
      @NeverNull @JsonProperty("OS-DCF:diskConfig") Optional<String> diskConfig)
      implements Identified {

    public Created {
      links = List.copyOf(links);
      securityGroups = securityGroups.map(List::copyOf);
    }

    @Override
    public String toString() {
      return "server " + id;
    }
  }

  @Override
  public String id() {
    return server.id();
  }
}
