package org.defcore.suite.volume;

import java.util.Map;
import org.defcore.client.volume.Volume;

/** The attributes of an idle volume that only its owner may change. */
record VolumeTraits(
    String name,
    String description,
    String status,
    long size,
    String bootable,
    Map<String, String> metadata) {

  static VolumeTraits of(Volume volume) {
    return new VolumeTraits(
        volume.name().orElse("none"),
        volume.description().orElse("none"),
        volume.status(),
        volume.size(),
        volume.bootable(),
        volume.metadata());
  }

  VolumeTraits renamed(String otherName, String otherDescription) {
    return new VolumeTraits(otherName, otherDescription, status, size, bootable, metadata);
  }
}
