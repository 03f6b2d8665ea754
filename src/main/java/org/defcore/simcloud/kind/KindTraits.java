package org.defcore.simcloud.kind;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Traits of images and flavors by which a kind of compute can be told.
 *
 * @param image attributes of the images that servers boot from
 * @param flavor extra specs of every flavor
 * @param snapshots what images that are made of servers carry on
 */
public record KindTraits(
    SortedMap<String, String> image, SortedMap<String, String> flavor, Snapshots snapshots) {

  /** The fate of the properties of an image that is made of a server. */
  public enum Snapshots {
    /** All of the server's own image, and those that were asked for. */
    INHERIT,
    /** A few that the driver writes; those that were asked for are gone. */
    REPLACE
  }

  static final KindTraits NONE = new KindTraits(Map.of(), Map.of(), Snapshots.INHERIT);

  public KindTraits {
    image = Collections.unmodifiableSortedMap(new TreeMap<>(image));
    flavor = Collections.unmodifiableSortedMap(new TreeMap<>(flavor));
  }

  private KindTraits(Map<String, String> image, Map<String, String> flavor, Snapshots snapshots) {
    this(new TreeMap<>(image), new TreeMap<>(flavor), snapshots);
  }

  static KindTraits of(Map<String, String> image, Map<String, String> flavor) {
    return new KindTraits(image, flavor, Snapshots.INHERIT);
  }

  KindTraits replacedInSnapshots() {
    return new KindTraits(image, flavor, Snapshots.REPLACE);
  }
}
