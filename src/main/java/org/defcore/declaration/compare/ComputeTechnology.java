package org.defcore.declaration.compare;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.defcore.capability.Kind;

/**
 * Technologies of servers, by the names that guests, images and people use. The words are those of
 * {@code systemd-detect-virt} and of glance's properties {@code hypervisor_type} and {@code
 * vm_mode}.
 */
final class ComputeTechnology {

  private static final Map<Kind, List<String>> WORDS =
      new TreeMap<>(
          Map.of(
              Kind.VIRTUAL_MACHINE,
              List.of(
                  "amazon",
                  "bhyve",
                  "hvm",
                  "hyperv",
                  "kvm",
                  "microsoft",
                  "oracle",
                  "parallels",
                  "powervm",
                  "qemu",
                  "vmware",
                  "xen",
                  "zvm"),
              Kind.SYSTEM_CONTAINER,
              List.of(
                  "docker",
                  "exe",
                  "lxc",
                  "lxc-libvirt",
                  "lxd",
                  "openvz",
                  "podman",
                  "systemd-nspawn"),
              Kind.ZONE,
              List.of("solariszones", "zone", "zones"),
              Kind.BARE_METAL,
              List.of("baremetal", "ironic", "none")));

  private ComputeTechnology() {}

  /** The kind of servers that a technology provides; empty if it is unknown. */
  static Optional<Kind> kind(String name) {
    String word = name.strip().toLowerCase(Locale.ROOT);
    return WORDS.entrySet().stream()
        .filter(it -> it.getValue().contains(word))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
