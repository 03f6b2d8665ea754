package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.client.Timestamp;
import org.defcore.http.json.NeverNull;

/** A server in the answer to its own update, at 2.1: fewer fields than in its record. */
public record UpdatedServer(
    String id,
    String name,
    String status,
    JsonNode image,
    Reference flavor,
    @JsonProperty("user_id") String userId,
    @JsonProperty("tenant_id") String tenantId,
    Timestamp created,
    Timestamp updated,
    Map<String, String> metadata,
    List<Link> links,
    Map<String, List<BareAddress>> addresses,
    String hostId,
    @NeverNull Optional<Integer> progress,
    @NeverNull Optional<Fault> fault,
    @NeverNull @JsonProperty("OS-DCF:diskConfig") Optional<String> diskConfig,
    @NeverNull Optional<String> accessIPv4,
    @NeverNull Optional<String> accessIPv6) {

  public UpdatedServer {
    metadata = Map.copyOf(metadata);
    links = List.copyOf(links);
    addresses = Shapes.copy(addresses);
    Shapes.checkImage(image);
    Shapes.checkAccess("accessIPv4", 4, accessIPv4);
    Shapes.checkAccess("accessIPv6", 6, accessIPv6);
  }
}
