package org.defcore.clouds.discovery;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The images that tests use, the one to boot first.
 *
 * @param passedOver those that look as if they did not fit the cloud, each with the reason
 */
record ImageChoice(List<FoundImage> images, List<String> passedOver) {

  /** Less than this is hardly a system: a kernel alone is larger. */
  private static final long LEAST_BYTES = 64 << 10;

  // Parts of an old kind of image, and installation media: nothing that boots by itself.
  private static final Set<String> PARTS = Set.of("aki", "ari", "iso");
  private static final Set<String> BUNDLES = Set.of("aki", "ari", "docker");

  private static final Map<String, String> ARCHITECTURES =
      Map.of(
          "amd64", "x86_64",
          "x64", "x86_64",
          "arm64", "aarch64",
          "ppc64el", "ppc64le");
  private static final List<String> IN_NAMES =
      List.of("aarch64", "arm64", "armhf", "ppc64le", "ppc64el", "riscv64", "s390x");
  private static final Map<String, String> HYPERVISORS =
      Map.of("kvm", "qemu", "xen", "xen", "hyper-v", "hyperv");

  ImageChoice {
    images = List.copyOf(images);
    passedOver = List.copyOf(passedOver);
  }

  /** The images of that name or id, in that order. */
  static ImageChoice wished(List<FoundImage> all, List<String> wishes) {
    List<FoundImage> active =
        all.stream().filter(it -> it.word("status").equals("active")).toList();
    return new ImageChoice(
        wishes.stream().map(it -> Choosable.wished(active, it, "--image")).toList(), List.of());
  }

  /**
   * Active images, public or of the project, that are disks and no snapshots; the smallest first.
   * Of several architectures and hypervisors that which most of them are for is the cloud's.
   */
  static ImageChoice of(List<FoundImage> all, String projectId) {
    List<FoundImage> disks =
        Choosable.foreign(all).stream().filter(it -> isDisk(it, projectId)).toList();
    boolean someAreLarge = disks.stream().anyMatch(it -> it.size() >= LEAST_BYTES);
    List<FoundImage> large =
        disks.stream().filter(it -> !someAreLarge || it.size() >= LEAST_BYTES).toList();
    String architecture = most(large, ImageChoice::architecture);
    String hypervisor = most(large, ImageChoice::hypervisor);
    Predicate<FoundImage> fits =
        it ->
            architecture(it).equals(architecture)
                && (hypervisor(it).isEmpty() || hypervisor(it).equals(hypervisor));
    List<FoundImage> fitting = large.stream().filter(fits).toList();
    return new ImageChoice(
        (fitting.isEmpty() ? large : fitting)
            .stream()
                .sorted(
                    Comparator.comparingLong(FoundImage::size).thenComparing(Choosable.byName()))
                .toList(),
        large.stream()
            .filter(fits.negate())
            .map(it -> it.title() + " (" + platform(it) + ")")
            .sorted(NaturalOrder.NATURAL)
            .toList());
  }

  private static boolean isDisk(FoundImage image, String projectId) {
    boolean own = projectId.equals(image.fields().get("owner"));
    return image.word("status").equals("active")
        && (own || image.word("visibility").equals("public"))
        && !image.word("os_hidden").equals("true")
        && !PARTS.contains(image.word("disk_format"))
        && !BUNDLES.contains(image.word("container_format"))
        && image.size() > 0
        && !image.word("image_type").equals("snapshot")
        && image.word("block_device_mapping").replace("[]", "").isEmpty();
  }

  /** By what it says of itself, else by its name, else the usual one. */
  private static String architecture(FoundImage image) {
    String said =
        image.word("hw_architecture").isEmpty()
            ? image.word("architecture")
            : image.word("hw_architecture");
    String word =
        said.isEmpty()
            ? IN_NAMES.stream().filter(image.word("name")::contains).findFirst().orElse("x86_64")
            : said;
    return ARCHITECTURES.getOrDefault(word, word);
  }

  private static String hypervisor(FoundImage image) {
    String said =
        image.word("img_hv_type").isEmpty()
            ? image.word("hypervisor_type")
            : image.word("img_hv_type");
    return HYPERVISORS.getOrDefault(said, said);
  }

  private static String platform(FoundImage image) {
    return hypervisor(image).isEmpty()
        ? architecture(image)
        : architecture(image) + ", " + hypervisor(image);
  }

  /** The word that most images have; the first by name of several. */
  private static String most(List<FoundImage> images, Function<FoundImage, String> word) {
    Map<String, Long> counts = images.stream().collect(groupingBy(word, TreeMap::new, counting()));
    return counts.entrySet().stream()
        .max(
            Comparator.comparingLong(Map.Entry<String, Long>::getValue)
                .thenComparing(Map.Entry.<String, Long>comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  /** The reason for these, in a few words; empty if there was nothing to choose by. */
  String why() {
    return passedOver.isEmpty()
        ? ""
        : "passed over, as most images are for another platform: "
            + passedOver.stream().limit(10).collect(joining(", "))
            + (passedOver.size() > 10 ? " and " + (passedOver.size() - 10) + " more" : "");
  }
}
