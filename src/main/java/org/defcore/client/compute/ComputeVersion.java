package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.defcore.client.Timestamp;
import org.defcore.http.json.NeverNull;

/** An entry of the version list. */
public record ComputeVersion(
    String id,
    List<Link.Typed> links,
    String status,
    Timestamp updated,
    @NeverNull Optional<String> version,
    @NeverNull @JsonProperty("min_version") Optional<String> minVersion,
    @NeverNull @JsonProperty("media-types") Optional<List<MediaType>> mediaTypes) {

  public ComputeVersion {
    links = List.copyOf(links);
    mediaTypes = mediaTypes.map(List::copyOf);
  }

  /** A media type that a version speaks; only the types of its fields are fixed. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record MediaType(@NeverNull Optional<String> base, @NeverNull Optional<String> type) {}
}
