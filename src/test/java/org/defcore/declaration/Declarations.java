package org.defcore.declaration;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.defcore.declaration.read.DeclarationReader;
import org.junit.jupiter.params.provider.Arguments;

/** Declarations for tests: the published samples, a sound one, and changes that break it. */
public final class Declarations {

  public static final Path SAMPLES = Path.of("samples/declarations");

  static final String SOUND =
      """
      format: defcore-declaration/1
      vendor: Acme
      product: Acme Cloud
      version: "1.2"
      type: public-cloud
      release: Zed
      contact: {name: Anna, email: anna@acme.example}
      services:
        - service: compute
          project: nova
          version: "26.1.0"
          patches: []
          drivers: [libvirt]
          microversions: {min: "2.1", max: "2.93"}
        - {service: network, project: neutron, version: "21.0.0", patches: [one], drivers: []}
        - {service: object-store, project: swift, version: "2.30.1", patches: [], drivers: []}
      compute:
        kind: virtual-machine
        engine: {name: KVM, version: "7.2"}
        architectures: [x86_64]
        guests: [Linux]
        image_formats: [qcow2, raw]
        kernel: own
        not_offered:
          - {operation: resize, reason: too hard}
      network: {model: floating-ip, ipv6: true}
      object_store: {implementation: Swift, version: "2.30.1"}
      policies_off:
        - {service: compute, rule: servers:resize, reason: too hard}
      designated_sections:
        - {project: nova, section: API, state: unmodified}
        - {project: swift, section: proxy, state: modified, note: faster}
      """;

  private Declarations() {}

  /** The sound one with something in it replaced, which must be there. */
  public static String with(String what, String by) {
    if (!SOUND.contains(what)) {
      throw new IllegalArgumentException("not in the sound declaration: " + what);
    }
    return SOUND.replace(what, by);
  }

  /** Same as {@link #with}, read. */
  public static Declaration reading(String what, String by) {
    return read(with(what, by));
  }

  public static Declaration sound() {
    return read(SOUND);
  }

  public static Declaration read(String text) {
    try {
      Path file = Files.createTempFile("declaration", ".yaml");
      try {
        return new DeclarationReader().read(Files.writeString(file, text));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      return files.sorted().toList().stream();
    }
  }

  /** Texts that a schema refuses, too; each with the problems that the reader tells. */
  static Stream<Arguments> broken() {
    return Stream.concat(brokenTop(), brokenParts());
  }

  private static Stream<Arguments> brokenTop() {
    return Stream.of(
        broken(
            with("format: defcore-declaration/1", "format: defcore-declaration/9"),
            "d.yaml:1: format: expected defcore-declaration/1 but found \"defcore-declaration/9\""),
        broken(with("vendor: Acme\n", ""), "d.yaml:1: \"vendor\" is missing"),
        broken(
            with("vendor: Acme\n", "vendor: <who offers it>\n"),
            "d.yaml:2: vendor: still the placeholder <who offers it>: write what is true"),
        broken(
            with("vendor: Acme\n", "vendor: ''\n"),
            "d.yaml:2: vendor: expected a text but found nothing"),
        broken(
            with("vendor: Acme\n", "vendor: Acme\ncolour: red\n"),
            "d.yaml:3: expected one of compute, contact, designated_sections, format, identity,"
                + " network, object_store, policies_off, product, release, services, type, vendor, version"
                + " but found \"colour\""),
        broken(
            with("type: public-cloud", "type: cloud"),
            "d.yaml:5: type: expected one of distribution, public-cloud, hosted-private but found"
                + " \"cloud\""),
        broken(
            with("release: Zed", "release: 26.1.0"),
            "d.yaml:6: release: expected an OpenStack release like Zed or 2023.1 but found"
                + " \"26.1.0\""),
        broken(
            with("email: anna@acme.example", "email: anna"),
            "d.yaml:7: email: expected an e-mail address but found \"anna\""),
        broken(
            with("contact: {name: Anna, email: anna@acme.example}\n", ""),
            "d.yaml:1: \"contact\" is missing"),
        broken(
            with("network: {model: floating-ip, ipv6: true}\n", ""),
            "d.yaml:1: network: must be given, as network is among the services"),
        broken(
            with("object_store: {implementation: Swift, version: \"2.30.1\"}\n", ""),
            "d.yaml:1: object_store: must be given, as object-store is among the services"),
        broken(
            with("model: floating-ip", "model: floating"),
            "d.yaml:26: model: expected one of floating-ip, provider, default-network but found"
                + " \"floating\""),
        broken(
            with("ipv6: true", "ipv6: maybe"),
            "d.yaml:26: ipv6: expected one of true, false but found \"maybe\""));
  }

  private static Stream<Arguments> brokenParts() {
    return Stream.of(
        broken(
            with("service: compute\n", "service: Compute\n"),
            "d.yaml:9: service: expected a service type in small letters, like object-store but"
                + " found \"Compute\""),
        broken(
            with("\"26.1.0\"", "Zed"),
            "d.yaml:11: version: expected a version that begins with a digit but found \"Zed\""),
        broken(
            with("    patches: []\n    drivers: [libvirt]\n", "    drivers: [libvirt]\n"),
            "d.yaml:9: \"patches\" is missing"),
        broken(
            with("drivers: [libvirt]", "drivers: libvirt"),
            "d.yaml:13: drivers: expected a list but found \"libvirt\""),
        broken(
            with("drivers: [libvirt]", "drivers: [libvirt, libvirt]"),
            "d.yaml:13: drivers: \"libvirt\" stands here twice"),
        broken(
            with("drivers: [libvirt]", "drivers:\n      - a\n      - <which>"),
            "d.yaml:15: drivers: still the placeholder <which>: write what is true"),
        broken(
            with("max: \"2.93\"", "max: latest"),
            "d.yaml:14: max: expected a microversion like 2.93 but found \"latest\""),
        broken(
            with("  engine: {name: KVM, version: \"7.2\"}\n", ""),
            "d.yaml:18: engine: must be given, as the kind is virtual-machine"),
        broken(
            with("image_formats: [qcow2, raw]", "image_formats: []"),
            "d.yaml:22: image_formats: expected a list but found an empty list"),
        broken(
            with("kernel: own", "kernel: linux"),
            "d.yaml:23: kernel: expected one of own, shared, none but found \"linux\""),
        broken(
            with("operation: resize", "operation: grow"),
            "d.yaml:25: operation: expected one of create-image, reboot-soft, reboot-hard, rebuild,"
                + " resize, stop-start, suspend, change-password, attach-volume, guest-login but"
                + " found \"grow\""),
        broken(
            with("{operation: resize, reason: too hard}", "{operation: resize}"),
            "d.yaml:25: \"reason\" is missing"),
        broken(
            with("state: unmodified", "state: fine"),
            "d.yaml:31: state: expected one of unmodified, modified, replaced but found \"fine\""),
        broken(
            with(", note: faster", ""),
            "d.yaml:32: note: must say what, as the state is modified"));
  }

  /** Texts whose problems no schema can tell. */
  static Stream<Arguments> brokenForTheReaderAlone() {
    return Stream.of(
        broken("", "d.yaml: expected a mapping but the file is empty"),
        broken(
            with("vendor: Acme\n", "vendor: Acme\nvendor: Acme\n"),
            "d.yaml:3: \"vendor\" stands here twice"),
        broken(
            with("service: network", "service: compute"),
            "d.yaml:15: service: \"compute\" is declared twice"),
        broken(
            with("min: \"2.1\", max: \"2.93\"", "min: \"2.10\", max: \"2.9\""),
            "d.yaml:14: max: expected 2.10 or later but found 2.9"),
        broken(
            with(
                "    - {operation: resize, reason: too hard}\n",
                "    - {operation: resize, reason: a}\n    - {operation: resize, reason: b}\n"),
            "d.yaml:26: operation: \"resize\" stands in not_offered twice"),
        broken(
            with(
                "  - {service: compute, rule: servers:resize, reason: too hard}\n",
                """
                  - {service: compute, rule: r, reason: a}
                  - {service: compute, rule: r, reason: b}
                """),
            "d.yaml:30: rule: \"r\" stands in policies_off twice"),
        broken(
            with("project: swift, section: proxy", "project: nova, section: API"),
            "d.yaml:32: section: \"API\" of nova is stated twice"));
  }

  private static Arguments broken(String text, String... problems) {
    return arguments(text, List.of(problems));
  }
}
