package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * What its owner decides about a volume.
 *
 * @param name a text or JSON's null, as is the description
 * @param source the id of the volume that it was copied from, or JSON's null
 */
record VolumeSpec(
    JsonNode name,
    JsonNode description,
    int size,
    String zone,
    JsonNode source,
    Map<String, String> metadata) {

  static final String ONLY_ZONE = "nova";

  VolumeSpec {
    metadata = Map.copyOf(metadata);
  }

  VolumeSpec withMetadata(Map<String, String> other) {
    return new VolumeSpec(name, description, size, zone, source, other);
  }
}
