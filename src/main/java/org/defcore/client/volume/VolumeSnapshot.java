package org.defcore.client.volume;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Optional;
import org.defcore.client.Timestamp;
import org.defcore.http.json.AlwaysPresent;

/**
 * A snapshot of a volume by itself, at 3.0.
 *
 * @param size GiB
 * @param progress {@code 100%}
 */
public record VolumeSnapshot(
    String id,
    String status,
    long size,
    @JsonProperty("volume_id") String volumeId,
    @AlwaysPresent Optional<String> name,
    @AlwaysPresent Optional<String> description,
    @JsonProperty("created_at") Timestamp createdAt,
    @AlwaysPresent @JsonProperty("updated_at") Optional<Timestamp> updatedAt,
    Map<String, String> metadata,
    @AlwaysPresent @JsonProperty("os-extended-snapshot-attributes:progress")
        Optional<String> progress,
    @AlwaysPresent @JsonProperty("os-extended-snapshot-attributes:project_id")
        Optional<String> projectId) {

  public VolumeSnapshot {
    metadata = Map.copyOf(metadata);
  }

  @Override
  public String toString() {
    return "snapshot " + id + " in status " + status;
  }
}
