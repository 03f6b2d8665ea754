package org.defcore.client.volume;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.client.Identified;
import org.defcore.client.Timestamp;
import org.defcore.http.json.AlwaysPresent;
import org.defcore.http.json.NeverNull;

/**
 * A volume in the answer to its creation, by itself or in the detailed list, at 3.0.
 *
 * @param size GiB
 * @param bootable {@code true} or {@code false}, as a text
 */
public record Volume(
    String id,
    String status,
    long size,
    List<Attachment> attachments,
    List<JsonNode> links,
    boolean encrypted,
    @JsonProperty("created_at") Timestamp createdAt,
    @AlwaysPresent @JsonProperty("updated_at") Optional<Timestamp> updatedAt,
    @AlwaysPresent @JsonProperty("replication_status") Optional<String> replicationStatus,
    @JsonProperty("user_id") String userId,
    @JsonProperty("availability_zone") String availabilityZone,
    Map<String, String> metadata,
    @AlwaysPresent Optional<String> name,
    @AlwaysPresent Optional<String> description,
    boolean multiattach,
    String bootable,
    @AlwaysPresent @JsonProperty("consistencygroup_id") Optional<String> consistencyGroupId,
    @AlwaysPresent @JsonProperty("volume_type") Optional<String> volumeType,
    @AlwaysPresent @JsonProperty("snapshot_id") Optional<String> snapshotId,
    @AlwaysPresent @JsonProperty("source_volid") Optional<String> sourceVolumeId,
    @NeverNull @JsonProperty("os-vol-tenant-attr:tenant_id") Optional<String> tenantId,
    @JsonProperty("os-vol-host-attr:host") Optional<String> host,
    @JsonProperty("os-vol-mig-status-attr:migstat") Optional<String> migrationStatus,
    @JsonProperty("os-vol-mig-status-attr:name_id") Optional<String> migrationNameId,
    @JsonProperty("volume_image_metadata") Optional<JsonNode> imageMetadata)
    implements Identified {

  public Volume {
    attachments = List.copyOf(attachments);
    links = List.copyOf(links);
    metadata = Map.copyOf(metadata);
  }

  /** Returns whether it is attached to that server. */
  public boolean isOn(String server) {
    return attachments.stream().anyMatch(it -> it.serverId().equals(server));
  }

  /** As the brief list has it. */
  public Brief brief() {
    return new Brief(id, name, links);
  }

  @Override
  public String toString() {
    return "volume " + id + " in status " + status;
  }

  /** A volume in the brief list. */
  public record Brief(String id, @AlwaysPresent Optional<String> name, List<JsonNode> links)
      implements Identified {

    public Brief {
      links = List.copyOf(links);
    }
  }

  /** An attachment of a volume to a server; further fields are allowed. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Attachment(
      @JsonProperty("server_id") String serverId,
      @JsonProperty("attachment_id") String attachmentId,
      @AlwaysPresent @JsonProperty("host_name") Optional<String> hostName,
      @JsonProperty("volume_id") String volumeId,
      @AlwaysPresent Optional<String> device,
      String id) {}
}
