package org.defcore.client.volume;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Map;
import java.util.Optional;
import org.defcore.client.Identified;
import org.defcore.client.Timestamp;
import org.defcore.http.json.AlwaysPresent;

/**
 * A snapshot of a volume by itself or in the detailed list, at 3.0.
 *
 * @param progress {@code 100%}
 */
public record VolumeSnapshot(
    @JsonUnwrapped Brief fields,
    @AlwaysPresent @JsonProperty("os-extended-snapshot-attributes:progress")
        Optional<String> progress,
    @AlwaysPresent @JsonProperty("os-extended-snapshot-attributes:project_id")
        Optional<String> projectId)
    implements Identified {

  @Override
  public String id() {
    return fields.id();
  }

  @Override
  public String toString() {
    return "snapshot " + fields.id() + " in status " + fields.status();
  }

  /**
   * A snapshot in the answer to its creation or a change, or in the brief list, at 3.0.
   *
   * @param size GiB
   */
  public record Brief(
      String id,
      String status,
      long size,
      @JsonProperty("volume_id") String volumeId,
      @AlwaysPresent Optional<String> name,
      @AlwaysPresent Optional<String> description,
      @JsonProperty("created_at") Timestamp createdAt,
      @AlwaysPresent @JsonProperty("updated_at") Optional<Timestamp> updatedAt,
      Map<String, String> metadata)
      implements Identified {

    public Brief {
      metadata = Map.copyOf(metadata);
    }
  }
}
