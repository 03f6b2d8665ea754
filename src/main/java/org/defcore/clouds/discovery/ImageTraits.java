package org.defcore.clouds.discovery;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Objects;
import org.defcore.result.FactNames;
import org.openstack4j.model.image.v2.DiskFormat;
import org.openstack4j.model.image.v2.Image;

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
   * @param images that boot, the one to use first
   */
  void note(List<Image> images, String source) {
    String formats =
        images.stream()
            .map(Image::getDiskFormat)
            .filter(Objects::nonNull)
            .map(DiskFormat::value)
            .sorted()
            .distinct()
            .collect(joining(" "));
    if (!formats.isEmpty()) {
      findings.add(FactNames.DISK_FORMATS, formats, source);
    }
    Image used = images.get(0);
    if (used.getDiskFormat() != null) {
      findings.add("image.disk-format", used.getDiskFormat().value(), source);
    }
    if (used.getContainerFormat() != null) {
      findings.add("image.container-format", used.getContainerFormat().value(), source);
    }
    if (used.getArchitecture() != null && !used.getArchitecture().isBlank()) {
      findings.add(FactNames.ARCHITECTURE, used.getArchitecture(), source);
    }
    for (String property : PROPERTIES) {
      String value = used.getAdditionalPropertyValue(property);
      if (value != null && !value.isBlank()) {
        findings.add("image.property." + property, value, source);
      }
    }
  }
}
