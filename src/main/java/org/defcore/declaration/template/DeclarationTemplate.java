package org.defcore.declaration.template;

import java.util.List;
import java.util.Optional;
import org.defcore.capability.Kind;
import org.defcore.capability.Operation;
import org.defcore.declaration.compare.ObservedFacts;
import org.defcore.declaration.compare.ObservedRelease;
import org.defcore.declaration.read.DeclarationReader;
import org.defcore.result.Fact;
import org.defcore.result.FactNames;

/**
 * A template of a declaration. Observed values are filled in, each with the call that returned it;
 * all others are placeholders, which the {@link DeclarationReader} refuses by name.
 */
public final class DeclarationTemplate {

  private DeclarationTemplate() {}

  /**
   * The text of a YAML file.
   *
   * @param cloud as the configuration calls it
   */
  public static String of(String cloud, List<Fact> facts) {
    ObservedFacts observed = new ObservedFacts(facts);
    TemplateText text = new TemplateText();
    text.comment("Declaration of cloud '" + cloud + "', begun from what could be observed of it.");
    text.comment("Replace everything in <angle brackets>, correct the rest, and delete what does");
    text.comment("not apply; \"defcore declare check\" says what is left to do.");
    text.line("format: " + DeclarationReader.FORMAT);
    product(text, observed);
    ServicesTemplate.write(text, observed);
    if (observed.offers("compute")) {
      compute(text, observed);
    }
    if (observed.offers("network")) {
      network(text, observed);
    }
    if (observed.offers("object-store")) {
      objectStore(text, observed);
    }
    closing(text);
    return text.toString();
  }

  private static void product(TemplateText text, ObservedFacts observed) {
    text.line("vendor: <who offers the product>");
    text.line("product: <its name>");
    text.line("version: <its version, in your own counting>");
    text.line("type: <distribution, public-cloud or hosted-private>");
    ObservedRelease release = ObservedRelease.of(observed);
    if (release.single().isPresent()) {
      text.line(
          "release: \"%s\"  # observed: %s"
              .formatted(release.single().get().number(), release.basis()));
    } else {
      if (!release.signs().isEmpty()) {
        text.comment("Observed: " + release.words() + " (" + release.basis() + ").");
      }
      text.line("release: <OpenStack release, by name or number>");
    }
    text.line("contact:");
    text.line("  name: <person or group who answers for this declaration>");
    text.line("  email: <where to write to them>");
  }

  private static void compute(TemplateText text, ObservedFacts observed) {
    text.gap();
    text.line("compute:");
    text.comment("  One of " + Kind.words() + ", or a word of your own.");
    text.line("  kind: <how servers are made>");
    text.comment("  Not for bare metal.");
    text.line("  engine:");
    text.line("    name: <hypervisor or container engine>");
    text.line("    version: <its version>");
    text.list("  architectures", observed.fact(FactNames.ARCHITECTURE), "each, like x86_64");
    text.list("  guests", Optional.empty(), "each kind of guest that boots, like Linux");
    text.list("  image_formats", observed.fact(FactNames.DISK_FORMATS), "each, like qcow2");
    text.comment("  Of the guest: own, shared with the host, or none as no guest runs.");
    text.line("  kernel: <own, shared or none>");
    text.comment("  [] if everything is offered, of " + Operation.words() + ".");
    text.line("  not_offered:");
    text.line("    - operation: <which>");
    text.line("      reason: <why not>");
  }

  private static void network(TemplateText text, ObservedFacts observed) {
    text.gap();
    text.line("network:");
    text.line("  model: <floating-ip, provider or default-network>");
    Optional<Fact> subnets =
        observed.fact(FactNames.IPV6_SUBNETS).filter(it -> !it.value().equals("0"));
    subnets.ifPresentOrElse(
        it -> text.observed("  ipv6: true", it), () -> text.line("  ipv6: <true or false>"));
  }

  private static void objectStore(TemplateText text, ObservedFacts observed) {
    text.gap();
    text.line("object_store:");
    Optional<Fact> swift =
        observed.fact(FactNames.SWIFT_VERSION).filter(it -> it.value().matches("[\\w.+~:-]+"));
    swift.ifPresentOrElse(
        it -> {
          text.observed("  implementation: Swift", it);
          text.observed("  version: \"" + it.value() + "\"", it);
        },
        () -> {
          text.line("  implementation: <what answers the API, like Swift>");
          text.line("  version: <its version>");
        });
  }

  private static void closing(TemplateText text) {
    text.gap();
    text.comment("Rules for passwords, which cannot be seen; tests of them are skipped without.");
    text.comment("identity:");
    text.comment("  password_history: 5");
    text.comment("  lockout: {attempts: 5, seconds: 300}");
    text.gap();
    text.comment(
        "Calls that upstream lets ordinary users make and this cloud does not; [] if none.");
    text.line("policies_off:");
    text.line("  - service: <whose policy>");
    text.line("    rule: <as policy files name it>");
    text.line("    reason: <why it is off>");
    text.gap();
    text.comment(
        "Each part of the upstream code that the guideline wants to be run; [] if there is none.");
    text.line("designated_sections:");
    text.line("  - project: <upstream project>");
    text.line("    section: <as the guideline calls it>");
    text.line("    state: <unmodified, modified or replaced>");
    text.line("    note: <what was changed, or by what it was replaced>");
  }
}
