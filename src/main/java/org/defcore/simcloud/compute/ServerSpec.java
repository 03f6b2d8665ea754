package org.defcore.simcloud.compute;

import java.util.Map;
import java.util.TreeMap;
import org.defcore.simcloud.compute.flavor.Flavor;

/** The attributes of a server that its owner chooses and may change. */
record ServerSpec(
    String name, String image, Flavor flavor, Map<String, String> metadata, Access access) {

  ServerSpec {
    metadata = Map.copyOf(metadata);
  }

  /** The metadata in an order that is always the same. */
  Map<String, String> sortedMetadata() {
    return new TreeMap<>(metadata);
  }

  ServerSpec named(String other) {
    return new ServerSpec(other, image, flavor, metadata, access);
  }

  ServerSpec from(String otherImage) {
    return new ServerSpec(name, otherImage, flavor, metadata, access);
  }

  ServerSpec sized(Flavor other) {
    return new ServerSpec(name, image, other, metadata, access);
  }

  ServerSpec with(Map<String, String> otherMetadata) {
    return new ServerSpec(name, image, flavor, otherMetadata, access);
  }

  ServerSpec with(Access other) {
    return new ServerSpec(name, image, flavor, metadata, other);
  }
}
