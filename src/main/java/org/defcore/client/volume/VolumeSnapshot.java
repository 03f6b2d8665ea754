package org.defcore.client.volume;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import org.defcore.client.Identified;
import org.defcore.http.json.AlwaysPresent;

/**
 * A snapshot of a volume by itself or in the detailed list, at 3.0.
 *
 * @param progress {@code 100%}
 */
public record VolumeSnapshot(
    @JsonUnwrapped CreatedSnapshot fields,
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
}
