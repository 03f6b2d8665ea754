package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.client.Timestamp;
import org.defcore.http.json.NeverNull;

/**
 * A server by itself or in the detailed list, at 2.1.
 *
 * @param image a {@link Reference}, or a text or null if the server was booted from a volume
 * @param keyName null if it was booted without one
 * @param taskState null while nothing is done to it
 */
public record Server(
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
    Map<String, List<ServerAddress>> addresses,
    String hostId,
    @NeverNull Optional<Integer> progress,
    @NeverNull Optional<Fault> fault,
    @NeverNull @JsonProperty("OS-DCF:diskConfig") Optional<String> diskConfig,
    @NeverNull Optional<String> accessIPv4,
    @NeverNull Optional<String> accessIPv6,
    @JsonProperty("key_name") Optional<String> keyName,
    @NeverNull @JsonProperty("security_groups") Optional<List<JsonNode>> securityGroups,
    @JsonProperty("OS-SRV-USG:launched_at") Optional<Timestamp> launchedAt,
    @JsonProperty("OS-SRV-USG:terminated_at") Optional<Timestamp> terminatedAt,
    @NeverNull @JsonProperty("OS-EXT-AZ:availability_zone") Optional<String> availabilityZone,
    @JsonProperty("OS-EXT-STS:task_state") Optional<String> taskState,
    @NeverNull @JsonProperty("OS-EXT-STS:vm_state") Optional<String> vmState,
    @NeverNull @JsonProperty("OS-EXT-STS:power_state") Optional<Integer> powerState,
    @JsonProperty("OS-EXT-SRV-ATTR:host") Optional<String> host,
    @NeverNull @JsonProperty("OS-EXT-SRV-ATTR:instance_name") Optional<String> instanceName,
    @JsonProperty("OS-EXT-SRV-ATTR:hypervisor_hostname") Optional<String> hypervisorHostname,
    @NeverNull @JsonProperty("os-extended-volumes:volumes_attached")
        Optional<List<AttachedVolume>> volumesAttached,
    @NeverNull @JsonProperty("config_drive") Optional<String> configDrive) {

  public Server {
    metadata = Map.copyOf(metadata);
    links = List.copyOf(links);
    addresses = Shapes.copy(addresses);
    Shapes.checkImage(image);
    Shapes.checkAccess("accessIPv4", 4, accessIPv4);
    Shapes.checkAccess("accessIPv6", 6, accessIPv6);
    securityGroups = securityGroups.map(List::copyOf);
    volumesAttached = volumesAttached.map(List::copyOf);
    Shapes.checkPowerState(powerState);
  }

  /** A volume that is attached, by its id. */
  public record AttachedVolume(String id) {}

  /** Absent if the server was booted from a volume. */
  public Optional<String> imageId() {
    return Shapes.imageId(image);
  }

  /** Whether it has that status and nothing is being done to it. */
  public boolean rests(String inStatus) {
    return status.equals(inStatus) && taskState.isEmpty();
  }

  /** What a wait that failed has to say of it. */
  @Override
  public String toString() {
    String task = taskState.map(it -> ", task " + it).orElse("");
    String why = fault.map(it -> ", fault " + it.message()).orElse("");
    return "server " + id + " in status " + status + task + why;
  }
}
