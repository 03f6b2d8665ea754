package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.defcore.client.Identified;
import org.defcore.client.Timestamp;
import org.defcore.http.json.NeverNull;
import org.defcore.http.json.StrictJson;

/**
 * A server by itself or in the detailed list, at 2.1.
 *
 * @param keyName null if it was booted without one
 * @param taskState null while nothing is done to it
 */
public record Server(
    @JsonUnwrapped ServerCore core,
    Map<String, List<ServerAddress>> addresses,
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
    @NeverNull @JsonProperty("config_drive") Optional<String> configDrive)
    implements Identified {

  private static final Set<Integer> POWER_STATES = Set.of(0, 1, 3, 4, 6, 7);

  public Server {
    addresses = ServerAddress.copy(addresses);
    securityGroups = securityGroups.map(List::copyOf);
    volumesAttached = volumesAttached.map(List::copyOf);
    if (powerState.filter(it -> !POWER_STATES.contains(it)).isPresent()) {
      throw new IllegalArgumentException(
          "OS-EXT-STS:power_state: expected one of 0, 1, 3, 4, 6, 7 but found " + powerState.get());
    }
  }

  /**
   * The least to know of a server that others need, also of a new one; all other fields are open.
   *
   * @param task null while nothing is done to it
   * @param created a text, as is that of the launch, if it is right
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record State(
      String id,
      Optional<String> status,
      @JsonProperty("OS-EXT-STS:task_state") Optional<String> task,
      Optional<JsonNode> fault,
      Optional<JsonNode> created,
      @JsonProperty("OS-SRV-USG:launched_at") Optional<JsonNode> launched)
      implements Identified {

    public boolean is(String asked) {
      return status.filter(asked::equals).isPresent();
    }

    /** Returns whether it has that status and nothing is being done to it. */
    public boolean rests(String inStatus) {
      return is(inStatus) && task.isEmpty();
    }

    @Override
    public String toString() {
      String doing = task.map(it -> ", task " + it).orElse("");
      String why = fault.map(it -> ", fault " + it.path("message").asText()).orElse("");
      return "server " + id + " in status " + status.orElse("none") + doing + why;
    }
  }

  /** A volume that is attached, by its id. */
  public record AttachedVolume(String id) {}

  /** A server in the answer to its own update, at 2.1: fewer fields than in its record. */
  public record Updated(
      @JsonUnwrapped ServerCore core, Map<String, List<ServerAddress.Bare>> addresses) {

    public Updated {
      addresses = ServerAddress.copy(addresses);
    }
  }

  /**
   * A server in the answer to a rebuild, at 2.1. {@link #toString} hides the password.
   *
   * @param adminPass absent where the service is configured not to tell passwords
   */
  public record Rebuilt(
      @JsonUnwrapped ServerCore core,
      Map<String, List<ServerAddress.Bare>> addresses,
      @NeverNull Optional<String> adminPass) {

    public Rebuilt {
      addresses = ServerAddress.copy(addresses);
    }

    @Override
    public String toString() {
      return "server " + core.id() + " in status " + core.status();
    }
  }

  /** The size of a server at 2.47; all other fields are open. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Sized(String id, EmbeddedFlavor flavor) {

    /**
     * The flavor that a server was made with, closed.
     *
     * @param ram MiB
     * @param disk GiB
     * @param swap MiB
     * @param ephemeral GiB
     * @param extraSpecs absent where the user may not see them
     */
    public record EmbeddedFlavor(
        @JsonProperty("original_name") String originalName,
        long vcpus,
        long ram,
        long disk,
        long swap,
        long ephemeral,
        @NeverNull @JsonProperty("extra_specs") Optional<Map<String, String>> extraSpecs) {

      public EmbeddedFlavor {
        extraSpecs = extraSpecs.map(Map::copyOf);
      }
    }
  }

  /**
   * The names of a server at 2.90; all other fields are open.
   *
   * @param hostName the host name that its guest is told
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Named(
      String id, String name, @JsonProperty("OS-EXT-SRV-ATTR:hostname") String hostName) {}

  @Override
  public String id() {
    return core.id();
  }

  public String name() {
    return core.name();
  }

  public String status() {
    return core.status();
  }

  public State state() {
    Optional<JsonNode> fault = core.fault().map(StrictJson.MAPPER::valueToTree);
    return new State(
        id(), Optional.of(status()), taskState, fault, Optional.empty(), Optional.empty());
  }

  public boolean rests(String inStatus) {
    return state().rests(inStatus);
  }

  @Override
  public String toString() {
    return state().toString();
  }
}
