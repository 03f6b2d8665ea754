package org.defcore.clouds.discovery;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.defcore.result.FactNames;
import org.jspecify.annotations.Nullable;

/** Properties of images that describe the servers booted from them. */
final class ImageTraits {

  private static final List<String> PROPERTIES =
      List.of(
          "hw_disk_bus",
          "hw_firmware_type",
          "hw_machine_type",
          "hw_qemu_guest_agent",
          "hw_vif_model",
          "hypervisor_type",
          "os_distro",
          "os_type",
          "vm_mode");

  private final FactCollector findings;

  ImageTraits(FactCollector findings) {
    this.findings = findings;
  }

  /**
   * Notes the formats of all, and what the one to use says of itself.
   *
   * @param images that may boot, the one to use first
   */
  void note(List<FoundImage> images, String source) {
    String formats =
        images.stream()
            .map(it -> it.word("disk_format"))
            .filter(it -> !it.isEmpty())
            .sorted()
            .distinct()
            .collect(joining(" "));
    if (!formats.isEmpty()) {
      findings.add(FactNames.DISK_FORMATS, formats, source);
    }
    FoundImage used = images.get(0);
    note("image.disk-format", used.fields().get("disk_format"), source);
    note("image.container-format", used.fields().get("container_format"), source);
    note(FactNames.ARCHITECTURE, used.fields().get("architecture"), source);
    PROPERTIES.forEach(it -> note("image.property." + it, used.fields().get(it), source));
  }

  private void note(String fact, @Nullable String value, String source) {
    if (value != null && !value.isBlank()) {
      findings.add(fact, value, source);
    }
  }
}
