package org.defcore.declaration.compare;

import java.util.List;
import java.util.Optional;
import org.defcore.capability.Kind;
import org.defcore.result.Fact;

/** The declared kind of servers, compared with the kind that their image is made for. */
final class ImageHints {

  private static final List<String> PROPERTIES = List.of("hypervisor_type", "vm_mode");

  private ImageHints() {}

  static ComparedFact compare(Kind kind, ObservedFacts observed) {
    DeclaredFact claim =
        new DeclaredFact("Kind of servers, by the properties of the image", kind.word());
    List<Fact> told =
        PROPERTIES.stream()
            .flatMap(it -> observed.fact("image.property." + it).stream())
            .filter(it -> ComputeTechnology.kind(it.value()).isPresent())
            .toList();
    Optional<Fact> other =
        told.stream()
            .filter(it -> !ComputeTechnology.kind(it.value()).equals(Optional.of(kind)))
            .findFirst();
    if (other.isPresent()) {
      return claim.contradicts(
          named(other.get()), "The image is meant for another kind of servers.");
    }
    return told.stream()
        .findFirst()
        .map(it -> claim.matches(named(it), "The image is meant for this kind of servers."))
        .orElse(
            claim.unobservable(
                "The image that the run used names no hypervisor ("
                    + String.join(", ", PROPERTIES)
                    + ")."));
  }

  private static Fact named(Fact property) {
    String name = property.name().substring(property.name().lastIndexOf('.') + 1);
    return new Fact(property.name(), name + " " + property.value(), property.source());
  }
}
