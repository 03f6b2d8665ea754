package org.defcore.client.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** The version document of identity v3; no claim needs all of it, so each part may be absent. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record IdentityApiVersion(
    Optional<String> id,
    Optional<List<JsonNode>> links,
    @JsonProperty("media-types") Optional<List<MediaType>> mediaTypes,
    Optional<String> status,
    Optional<String> updated) {

  /** A media type that a version speaks, and the general one it is based on. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record MediaType(String base, String type) {}
}
