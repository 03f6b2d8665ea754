package org.defcore.declaration.template;

import java.util.Arrays;
import java.util.Optional;
import org.defcore.declaration.MicroversionNumber;
import org.defcore.declaration.compare.ObservedFacts;
import org.defcore.result.Fact;
import org.defcore.result.FactNames;
import org.defcore.service.Service;

/** The services of a template: those in the catalogue, and identity. */
final class ServicesTemplate {

  private ServicesTemplate() {}

  static void write(TemplateText text, ObservedFacts observed) {
    text.gap();
    text.line("services:");
    Arrays.stream(Service.values())
        .filter(it -> observed.offers(it.word()))
        .forEach(it -> write(text, it, observed));
  }

  private static void write(TemplateText text, Service service, ObservedFacts observed) {
    String type = service.word();
    Optional<Fact> catalogue = observed.fact(FactNames.CATALOGUE_TYPES);
    catalogue.ifPresentOrElse(
        it -> text.observed("  - service: " + type, it), () -> text.line("  - service: " + type));
    text.line("    project: <" + service.project() + ", or what stands in for it>");
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
    Optional<Fact> min = announced(FactNames.lowestMicroversion(type), observed);
    Optional<Fact> max = announced(FactNames.highestMicroversion(type), observed);
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
