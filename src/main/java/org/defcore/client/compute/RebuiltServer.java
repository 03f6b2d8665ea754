package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.client.Timestamp;
import org.defcore.http.json.NeverNull;

/**
 * A server in the answer to a rebuild, at 2.1. {@link #toString} hides the password.
 *
 * @param adminPass absent where the service is configured not to tell passwords
 */
public record RebuiltServer(
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
    @NeverNull Optional<String> accessIPv6,
    @NeverNull Optional<String> adminPass) {

  public RebuiltServer {
    metadata = Map.copyOf(metadata);
    links = List.copyOf(links);
    addresses = Shapes.copy(addresses);
    Shapes.checkImage(image);
    Shapes.checkAccess("accessIPv4", 4, accessIPv4);
    Shapes.checkAccess("accessIPv6", 6, accessIPv6);
  }

  /** Absent if the server was booted from a volume. */
  public Optional<String> imageId() {
    return Shapes.imageId(image);
  }

  @Override
  public String toString() {
    return "server " + id + " in status " + status;
  }
}
