package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Decisions of its owner about a volume. */
record VolumeSpec(Texts texts, int size, Source source, Map<String, String> metadata) {

  /** Each a text or JSON's null. */
  record Texts(JsonNode name, JsonNode description) {}

  /**
   * Source that a volume was filled from when it was made.
   *
   * @param volume the id of the volume that was copied, or JSON's null
   * @param snapshot the id of the snapshot that it was made of, or JSON's null
   * @param image what is known of the image on it; nothing for an empty volume
   */
  record Source(JsonNode volume, JsonNode snapshot, Map<String, String> image) {

    static final Source NOTHING =
        new Source(NullNode.getInstance(), NullNode.getInstance(), Map.of());

    static Source volume(String id, Map<String, String> image) {
      return new Source(TextNode.valueOf(id), NullNode.getInstance(), image);
    }

    static Source snapshot(String id, Map<String, String> image) {
      return new Source(NullNode.getInstance(), TextNode.valueOf(id), image);
    }

    static Source image(Map<String, String> image) {
      return new Source(NullNode.getInstance(), NullNode.getInstance(), image);
    }

    /** Returns whether it is in the block store already. */
    boolean isCopy() {
      return volume.isTextual() || snapshot.isTextual();
    }

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
