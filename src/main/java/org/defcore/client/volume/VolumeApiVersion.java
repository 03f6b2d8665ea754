package org.defcore.client.volume;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.defcore.client.Timestamp;
import org.defcore.http.json.NeverNull;

/** An entry of the version list. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record VolumeApiVersion(
    String id,
    String status,
    Timestamp updated,
    List<VersionLink> links,
    @JsonProperty("min_version") String minVersion,
    String version,
    @JsonProperty("media-types") List<JsonNode> mediaTypes) {

  public VolumeApiVersion {
    links = List.copyOf(links);
    mediaTypes = List.copyOf(mediaTypes);
  }

  /** A link of a version; others have no type. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record VersionLink(String href, String rel, @NeverNull Optional<String> type) {}
}
