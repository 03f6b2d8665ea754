package org.defcore.client.network;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.defcore.client.Identified;
import org.defcore.http.json.AlwaysPresent;

/**
 * A router. The order of its routes means nothing: here it is that of their destinations.
 *
 * @param up switched on, which says nothing of its status
 * @param routes only where the cloud has the extension for them
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Router(
    String id,
    String name,
    @JsonProperty("admin_state_up") boolean up,
    @AlwaysPresent @JsonProperty("external_gateway_info") Optional<Gateway> gateway,
    Optional<List<Subnet.HostRoute>> routes)
    implements Identified {

  public Router {
    routes =
        routes.map(
            all ->
                all.stream().sorted(Comparator.comparing(Subnet.HostRoute::destination)).toList());
  }

  /** The way to an external network. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Gateway(@JsonProperty("network_id") String network) {}
}
