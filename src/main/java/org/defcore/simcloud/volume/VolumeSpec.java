package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.defcore.simcloud.wire.Json;

/** What its owner decides about a volume. */
record VolumeSpec(Texts texts, int size, Source source, Map<String, String> metadata) {

  /** Each a text or JSON's null. */
  record Texts(JsonNode name, JsonNode description) {}

  /**
   * What a volume was filled with when it was made.
   *
   * @param volume the id of the volume that was copied, or JSON's null
   * @param image what is known of the image on it; nothing for an empty volume
   */
  record Source(JsonNode volume, Map<String, String> image) {

    static final Source NOTHING = new Source(Json.object().nullNode(), Map.of());

    Source {
      image = sorted(image);
    }
  }

  VolumeSpec {
    metadata = sorted(metadata);
  }

  VolumeSpec with(Texts other) {
    return new VolumeSpec(other, size, source, metadata);
  }

  VolumeSpec withMetadata(Map<String, String> other) {
    return new VolumeSpec(texts, size, source, other);
  }

  private static Map<String, String> sorted(Map<String, String> items) {
    return Collections.unmodifiableMap(new TreeMap<>(items));
  }
}
