package org.defcore.clouds.discovery;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The flavor that tests use, and another to resize to. */
record FlavorChoice(FoundFlavor first, Optional<FoundFlavor> second) {

  private static final Comparator<FoundFlavor> SMALLEST =
      Comparator.comparingLong(FoundFlavor::ram)
          .thenComparingLong(FoundFlavor::disk)
          .thenComparing(FoundFlavor::id, NaturalOrder.NATURAL);

  /**
   * The flavors of that name or id; if it is one, the second is found as usual.
   *
   * @param image what has to fit into the second
   */
  static FlavorChoice wished(
      List<FoundFlavor> all, Optional<FoundImage> image, List<String> wishes) {
    List<FoundFlavor> wished =
        wishes.stream().map(it -> Choosable.wished(all, it, "--flavor")).toList();
    FoundFlavor first = wished.get(0);
    return new FlavorChoice(
        first, wished.stream().skip(1).findFirst().or(() -> second(usable(all, image), first)));
  }

  /**
   * The smallest that the image fits into, one with a disk before one without: from an image, many
   * clouds boot no server that has none. Nothing if none fits.
   */
  static Optional<FlavorChoice> of(List<FoundFlavor> all, Optional<FoundImage> image) {
    List<FoundFlavor> usable = usable(all, image);
    return usable.stream().findFirst().map(it -> new FlavorChoice(it, second(usable, it)));
  }

  private static List<FoundFlavor> usable(List<FoundFlavor> all, Optional<FoundImage> image) {
    return all.stream()
        .filter(it -> !it.disabled())
        .filter(it -> image.map(wanted -> fits(wanted, it)).orElse(true))
        .sorted(Comparator.comparing((FoundFlavor it) -> it.disk() == 0).thenComparing(SMALLEST))
        .toList();
  }

  /** The smallest other flavor whose disk is not smaller, so that a server can be resized to it. */
  private static Optional<FoundFlavor> second(List<FoundFlavor> flavors, FoundFlavor first) {
    // From no disk to a disk or back is no mere change of size.
    Stream<FoundFlavor> alike =
        flavors.stream().filter(it -> (it.disk() == 0) == (first.disk() == 0));
    return alike
        .filter(it -> !it.id().equals(first.id()) && it.disk() >= first.disk())
        .min(SMALLEST);
  }

  private static boolean fits(FoundImage image, FoundFlavor flavor) {
    return flavor.ram() >= image.minRam()
        && (flavor.disk() == 0 || flavor.disk() >= image.minDisk());
  }

  /** Returns whether servers of it need a volume to boot from. */
  boolean isDiskless() {
    return first.disk() == 0;
  }
}
