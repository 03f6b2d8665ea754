package org.defcore.clouds.discovery;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.defcore.clouds.CloudConfig;
import org.defcore.clouds.FurtherSettings;
import org.defcore.result.Deviation;

/**
 * Images, flavors and the like that somebody wants the tests to use, by name or id, where discovery
 * would take others.
 *
 * @param images the one to boot first; nothing to choose as usual
 * @param flavors the one of servers first
 * @param subnetRange addresses of the subnets that the run makes
 * @param volumeType of the volumes that the run makes
 * @param zone of the servers that the run makes
 * @param zoneParent domain below which the run makes DNS zones
 * @param hidingTag the tag that hides a stack from lists
 */
public record Wishes(
    List<String> images,
    List<String> flavors,
    Optional<Wish> network,
    Optional<Wish> externalNetwork,
    Optional<Wish> subnetRange,
    Optional<Wish> volumeType,
    Optional<Wish> zone,
    Optional<Wish> zoneParent,
    Optional<Wish> hidingTag) {

  /** Nothing that discovery would not take by itself. */
  public static final Wishes NONE =
      new Wishes(
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /**
   * One thing that is wished.
   *
   * @param option where: {@code --network}
   */
  public record Wish(String name, String option) {}

  public Wishes {
    images = List.copyOf(images);
    flavors = List.copyOf(flavors);
  }

  /** The same with the networks that the settings of a cloud name, where none is wished. */
  public Wishes or(CloudConfig cloud) {
    String origin = "networks of " + cloud.source();
    FurtherSettings named = cloud.further();
    return new Wishes(
        images,
        flavors,
        network.or(() -> named.network().map(it -> new Wish(it, origin))),
        externalNetwork.or(() -> named.externalNetwork().map(it -> new Wish(it, origin))),
        subnetRange,
        volumeType,
        zone,
        zoneParent,
        hidingTag);
  }

  /** One for each choice that is not discovery's. */
  public List<Deviation> deviations() {
    Stream<Deviation> lists =
        Stream.of(
                new Deviation("images", String.join(", ", images)),
                new Deviation("flavors", String.join(", ", flavors)))
            .filter(it -> !it.detail().isEmpty())
            .map(it -> new Deviation(it.what(), "chosen by name: " + it.detail()));
    Stream<Deviation> single =
        Stream.of(
                chosen("network", network),
                chosen("external-network", externalNetwork),
                chosen("subnet-range", subnetRange),
                chosen("volume-type", volumeType),
                chosen("availability-zone", zone),
                chosen("zone-parent", zoneParent),
                chosen("hiding-tag", hidingTag))
            .flatMap(it -> it);
    return Stream.concat(lists, single).toList();
  }

  private static Stream<Deviation> chosen(String what, Optional<Wish> wish) {
    return wish.stream().map(it -> new Deviation(what, it.name() + ", by " + it.option()));
  }
}
