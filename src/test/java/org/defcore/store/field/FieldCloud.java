package org.defcore.store.field;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.defcore.capability.Kind;

/**
 * One cloud of a field.
 *
 * @param trouble how much of the tests' trouble it has, from 0
 * @param objects whether it has an object store
 * @param upgrades its releases, the first one first
 */
record FieldCloud(
    String vendor,
    String product,
    String name,
    String region,
    Kind kind,
    double trouble,
    boolean objects,
    List<Upgrade> upgrades) {

  private static final Map<Kind, String> SAMPLES = samples();

  FieldCloud {
    upgrades = List.copyOf(upgrades);
  }

  /**
   * A release of the product.
   *
   * @param openstack release that it is made of
   */
  record Upgrade(LocalDate from, String version, String openstack) {}

  /** The number of the release at a time, from 0. */
  int release(LocalDate day) {
    int number = 0;
    while (number + 1 < upgrades.size() && !upgrades.get(number + 1).from().isAfter(day)) {
      number++;
    }
    return number;
  }

  /** The sample for clouds of that kind, with this one's names. */
  String declaration(int release) {
    String text =
        SAMPLES
            .get(kind)
            .replaceFirst("(?s)^(#[^\n]*\n)+", "")
            .replaceFirst("(?m)^vendor: .*", "vendor: " + vendor)
            .replaceFirst("(?m)^product: .*", "product: " + product)
            .replaceFirst(
                "(?m)^version: .*", "version: \"%s\"".formatted(upgrades.get(release).version()))
            .replaceFirst(
                "(?m)^release: .*", "release: \"%s\"".formatted(upgrades.get(release).openstack()));
    return objects
        ? text
        : text.replaceFirst("(?m)^  - service: object-store\n(    .*\n)*", "")
            .replaceFirst("(?m)^object_store:\n(  .*\n)*\n?", "")
            .replaceFirst("(?m)^  - (project: swift\n(    .*\n)*|\\{project: swift.*\n)", "");
  }

  private static Map<Kind, String> samples() {
    Map<Kind, String> samples = new EnumMap<>(Kind.class);
    Map.of(
            Kind.VIRTUAL_MACHINE, "kvm",
            Kind.SYSTEM_CONTAINER, "lxc",
            Kind.ZONE, "zones",
            Kind.BARE_METAL, "ironic")
        .forEach((kind, name) -> samples.put(kind, sample(name)));
    return samples;
  }

  private static String sample(String name) {
    try {
      return Files.readString(Path.of("samples", "declarations", name + ".yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
