package org.defcore.client.volume;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Optional;
import org.defcore.client.Identified;
import org.defcore.client.Timestamp;
import org.defcore.http.json.AlwaysPresent;

/**
 * A snapshot of a volume in the answer to its creation or in the brief list, at 3.0; other answers
 * have more.
 *
 * @param size GiB
 */
public record CreatedSnapshot(
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

  public CreatedSnapshot {
    metadata = Map.copyOf(metadata);
  }
}
