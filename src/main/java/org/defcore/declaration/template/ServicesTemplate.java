package org.defcore.declaration.template;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.defcore.declaration.MicroversionNumber;
import org.defcore.declaration.compare.ObservedFacts;
import org.defcore.result.Fact;

/** The services of a draft: those that the catalogue has, and the one that let a user log in. */
final class ServicesTemplate {

  private static final Map<String, String> PROJECTS =
      new TreeMap<>(
          Map.of(
              "compute", "nova",
              "dns", "designate",
              "identity", "keystone",
              "image", "glance",
              "network", "neutron",
              "object-store", "swift",
              "orchestration", "heat",
              "volume", "cinder"));

  private ServicesTemplate() {}

  static void write(TemplateText text, ObservedFacts observed) {
    text.gap();
    text.line("services:");
    PROJECTS.forEach(
        (type, project) -> {
          if (observed.offers(type)) {
            write(text, type, project, observed);
          }
        });
  }

  private static void write(
      TemplateText text, String type, String project, ObservedFacts observed) {
    Optional<Fact> catalogue = observed.fact(ObservedFacts.CATALOGUE);
    catalogue.ifPresentOrElse(
        it -> text.observed("  - service: " + type, it), () -> text.line("  - service: " + type));
    text.line("    project: <" + project + ", or what stands in for it>");
    text.line("    version: <of its code, as packaged>");
    text.comment("    [] if there are none.");
    text.line("    patches:");
    text.line("      - <each patch to it, a line>");
    text.comment("    [] if it has none.");
    text.line("    drivers:");
    text.line("      - <each driver or back end in use>");
    window(text, type, observed);
  }

  private static void window(TemplateText text, String type, ObservedFacts observed) {
    Optional<Fact> min = announced(type + ".microversion.min", observed);
    Optional<Fact> max = announced(type + ".microversion.max", observed);
    if (min.isPresent() && max.isPresent()) {
      text.observed(
          "    microversions: {min: \"%s\", max: \"%s\"}"
              .formatted(min.get().value(), max.get().value()),
          max.get());
    }
  }

  private static Optional<Fact> announced(String name, ObservedFacts observed) {
    return observed.fact(name).filter(it -> MicroversionNumber.parse(it.value()).isPresent());
  }
}
