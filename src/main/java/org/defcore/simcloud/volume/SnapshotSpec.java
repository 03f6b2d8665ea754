package org.defcore.simcloud.volume;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decisions about a snapshot when it is made; only its texts change later.
 *
 * @param size of the volume at that time
 * @param image what is known of the image on the volume; nothing for an empty volume
 */
record SnapshotSpec(
    VolumeSpec.Texts texts,
    String volume,
    int size,
    Map<String, String> metadata,
    Map<String, String> image) {

  SnapshotSpec {
    metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
    image = Collections.unmodifiableMap(new TreeMap<>(image));
  }

  SnapshotSpec with(VolumeSpec.Texts other) {
    return new SnapshotSpec(other, volume, size, metadata, image);
  }
}
