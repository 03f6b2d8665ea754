package org.defcore.declaration.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.defcore.declaration.Declarations;
import org.defcore.result.Fact;

/** Facts of a cloud that is as {@link Declarations#SOUND} says, and others made of them. */
public record Facts(Map<String, String> values) {

  public static final Facts TRUE =
      new Facts(
          Map.ofEntries(
              Map.entry("catalogue.types", "compute identity network object-store"),
              Map.entry("compute.microversion.min", "2.1"),
              Map.entry("compute.microversion.max", "2.93"),
              Map.entry("guest.console.kernel", "Linux version 6.1.0"),
              Map.entry("guest.console.hypervisor", "KVM"),
              Map.entry("image.disk-formats", "qcow2 raw"),
              Map.entry("image.property.hypervisor_type", "qemu"),
              Map.entry("image.property.architecture", "amd64"),
              Map.entry("network.external.count", "1"),
              Map.entry("network.shared.count", "0"),
              Map.entry("network.own.count", "1"),
              Map.entry("network.subnet.ipv6.count", "1"),
              Map.entry("object-store.swift.version", "2.30.1"),
              Map.entry("refused.resize", "403 Policy doesn't allow it")));

  public static Facts none() {
    return new Facts(Map.of());
  }

  public Facts with(String name, String value) {
    Map<String, String> changed = new TreeMap<>(values);
    changed.put(name, value);
    return new Facts(changed);
  }

  public Facts without(String... names) {
    Map<String, String> changed = new TreeMap<>(values);
    List.of(names).forEach(changed::remove);
    return new Facts(changed);
  }

  /** The facts as a run has them, each with {@code GET /<name>} as its source. */
  public List<Fact> list() {
    List<Fact> facts = new ArrayList<>();
    new TreeMap<>(values)
        .forEach((name, value) -> facts.add(new Fact(name, value, "GET /" + name)));
    return facts;
  }
}
