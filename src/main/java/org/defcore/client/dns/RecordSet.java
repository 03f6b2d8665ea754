package org.defcore.client.dns;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.defcore.client.Identified;
import org.defcore.http.json.AlwaysPresent;

/**
 * The records of one name and type, a set: here they are in the order of texts, each once.
 *
 * @param ttl none where that of the zone holds
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RecordSet(
    String id,
    @JsonProperty("zone_id") String zone,
    @JsonProperty("zone_name") String zoneName,
    @JsonProperty("project_id") String project,
    String name,
    String type,
    List<String> records,
    @AlwaysPresent Optional<Integer> ttl,
    @AlwaysPresent Optional<String> description,
    String status,
    String action)
    implements Identified {

  public RecordSet {
    records = records.stream().distinct().sorted().toList();
  }
}
