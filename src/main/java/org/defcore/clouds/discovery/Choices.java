package org.defcore.clouds.discovery;

import static org.defcore.clouds.discovery.NaturalOrder.NATURAL;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.defcore.clouds.CloudException;
import org.jspecify.annotations.Nullable;
import org.openstack4j.model.compute.Flavor;
import org.openstack4j.model.image.v2.DiskFormat;
import org.openstack4j.model.image.v2.Image;
import org.openstack4j.model.network.Network;
import org.openstack4j.model.network.State;

/** The images, flavors and networks that the tests use: the cheapest suitable ones. */
final class Choices {

  private static final long GIB = 1L << 30;
  // Parts of an old kind of image, and installation media: nothing that boots by itself.
  private static final Set<DiskFormat> UNUSABLE =
      EnumSet.of(DiskFormat.AKI, DiskFormat.ARI, DiskFormat.ISO);

  private Choices() {}

  /** Active images, public or of the project, that are no snapshots; the smallest first. */
  static List<Image> images(List<? extends Image> all, String projectId) {
    return all.stream()
        .filter(it -> it.getStatus() == Image.ImageStatus.ACTIVE)
        .filter(
            it ->
                it.getVisibility() == Image.ImageVisibility.PUBLIC
                    || projectId.equals(it.getOwner()))
        .filter(it -> it.getDiskFormat() == null || !UNUSABLE.contains(it.getDiskFormat()))
        .filter(it -> it.getSize() != null && it.getSize() > 0)
        .filter(it -> !"snapshot".equals(it.getAdditionalPropertyValue("image_type")))
        .<Image>map(it -> it)
        .sorted(
            Comparator.comparing(Image::getSize)
                .thenComparing(it -> Objects.toString(it.getName(), ""), NATURAL)
                .thenComparing(Image::getId))
        .toList();
  }

  /** Those that were asked for by name or id, in that order. */
  static List<Image> chosen(List<Image> images, List<String> asked) {
    return asked.stream()
        .flatMap(wish -> images.stream().filter(it -> isCalled(it, wish)).limit(1))
        .toList();
  }

  /**
   * Refuses a wish that no image fulfils.
   *
   * @throws CloudException for the first such wish
   */
  static void requireAll(List<String> asked, List<Image> images) {
    for (String wish : asked) {
      if (images.stream().noneMatch(it -> isCalled(it, wish))) {
        String names =
            images.stream()
                .map(it -> Objects.toString(it.getName(), it.getId()))
                .limit(20)
                .collect(Collectors.joining(", "));
        throw new CloudException(
            CloudException.Kind.CONFIGURATION,
            "--image: expected one of %s but found \"%s\""
                .formatted(names.isEmpty() ? "no image" : names, wish));
      }
    }
  }

  private static boolean isCalled(Image image, String wish) {
    return wish.equals(image.getName()) || wish.equals(image.getId());
  }

  /** Flavors that the image fits into, the smallest first. */
  static List<Flavor> flavors(List<? extends Flavor> all, Optional<Image> image) {
    return all.stream()
        .filter(it -> !Boolean.TRUE.equals(it.isDisabled()))
        .filter(it -> image.map(wanted -> fits(wanted, it)).orElse(true))
        .<Flavor>map(it -> it)
        .sorted(
            Comparator.comparingInt(Flavor::getRam)
                .thenComparingInt(Flavor::getDisk)
                .thenComparing(Flavor::getId, NATURAL))
        .toList();
  }

  /** The smallest other flavor whose disk is not smaller, so that a server can be resized to it. */
  static Optional<Flavor> second(List<Flavor> flavors, Flavor first) {
    return flavors.stream()
        .filter(it -> !it.getId().equals(first.getId()) && it.getDisk() >= first.getDisk())
        .findFirst();
  }

  /** The project's own network, else a shared one; with a subnet, and not external. */
  static Optional<Network> network(List<? extends Network> all, String projectId) {
    return all.stream()
        .filter(it -> !it.isRouterExternal() && it.isAdminStateUp() && hasSubnet(it))
        .filter(it -> it.getStatus() == State.ACTIVE)
        .filter(it -> it.isShared() || projectId.equals(it.getTenantId()))
        .<Network>map(it -> it)
        .min(
            Comparator.<Network, Boolean>comparing(it -> !projectId.equals(it.getTenantId()))
                .thenComparing(byName()));
  }

  /** The external network to use: the default one, else one with a subnet. */
  static Optional<Network> external(List<? extends Network> all) {
    return all.stream()
        .filter(Network::isRouterExternal)
        .<Network>map(it -> it)
        .min(
            Comparator.<Network, Boolean>comparing(it -> !it.isDefault())
                .thenComparing(it -> !hasSubnet(it))
                .thenComparing(byName()));
  }

  private static boolean hasSubnet(Network network) {
    return network.getSubnets() != null && !network.getSubnets().isEmpty();
  }

  private static Comparator<Network> byName() {
    return Comparator.<Network, String>comparing(it -> Objects.toString(it.getName(), ""), NATURAL)
        .thenComparing(Network::getId);
  }

  private static boolean fits(Image image, Flavor flavor) {
    // A flavor with disk 0 takes the size of the image.
    return flavor.getRam() >= atLeast(image.getMinRam())
        && (flavor.getDisk() == 0 || flavor.getDisk() >= gibibytes(image));
  }

  private static long gibibytes(Image image) {
    long bytes = Math.max(atLeast(image.getVirtualSize()), image.getSize());
    return Math.max(atLeast(image.getMinDisk()), (bytes + GIB - 1) / GIB);
  }

  private static long atLeast(@Nullable Long value) {
    return value == null ? 0 : value;
  }
}
