package org.defcore.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.defcore.result.Fact;

/** Services against the catalogue, and their microversions against what they announce. */
final class ServiceRules {

  private static final String CATALOGUE = "catalogue.types";

  // Catalogues have several names for block storage; a guideline knows one.
  private static final Map<String, Set<String>> TYPES =
      new TreeMap<>(
          Map.of(
              "compute", Set.of("compute"),
              "dns", Set.of("dns"),
              "image", Set.of("image"),
              "network", Set.of("network"),
              "object-store", Set.of("object-store"),
              "orchestration", Set.of("orchestration"),
              "volume",
                  Set.of(
                      "block-storage",
                      "block-store",
                      "cinderv3",
                      "volume",
                      "volumev2",
                      "volumev3")));

  private ServiceRules() {}

  static List<ComparedFact> compare(Declaration declaration, Observed observed) {
    List<ComparedFact> compared = new ArrayList<>();
    Optional<Fact> catalogue = observed.fact(CATALOGUE);
    for (DeclaredService service : declaration.services()) {
      compared.add(inCatalogue(service, catalogue));
      service.microversions().ifPresent(it -> compared.add(window(service.type(), it, observed)));
    }
    catalogue.ifPresent(it -> compared.addAll(undeclared(declaration, it)));
    return compared;
  }

  private static ComparedFact inCatalogue(DeclaredService service, Optional<Fact> catalogue) {
    String type = service.type();
    Claim claim = new Claim("Service " + type, "offered");
    if (catalogue.isEmpty()) {
      return claim.unobservable("The run kept no catalogue of services.");
    }
    Fact fact = catalogue.get();
    if (type.equals("identity")) {
      return claim.matches(fact, "It let a user log in.");
    }
    if (isListed(type, fact)) {
      return claim.matches(fact, "The catalogue that a login returns has it.");
    }
    return claim.contradicts(fact, "The catalogue that a login returns does not have it.");
  }

  private static boolean isListed(String type, Fact catalogue) {
    Set<String> spellings = TYPES.getOrDefault(type, Set.of(type));
    return List.of(catalogue.value().split(" ")).stream().anyMatch(spellings::contains);
  }

  private static List<ComparedFact> undeclared(Declaration declaration, Fact catalogue) {
    return TYPES.keySet().stream()
        .filter(it -> declaration.service(it).isEmpty() && isListed(it, catalogue))
        .map(
            it ->
                new Claim("Service " + it, "not offered")
                    .contradicts(
                        catalogue, "The catalogue has it, and the declaration is silent on it."))
        .toList();
  }

  private static ComparedFact window(String type, MicroversionWindow declared, Observed observed) {
    Claim claim = new Claim("Microversions of " + type, declared.toString());
    String name = type + ".microversion.max";
    Optional<Fact> max = observed.fact(name);
    Optional<Fact> min = observed.fact(type + ".microversion.min");
    if (max.isEmpty() || min.isEmpty()) {
      return claim.unobservable(
          observed.whyNot(name, "The service was not asked, or announced no microversions."));
    }
    Fact seen = new Fact(name, min.get().value() + " to " + max.get().value(), max.get().source());
    return seen.value().equals(declared.toString())
        ? claim.matches(seen, "The service announces exactly these.")
        : claim.contradicts(seen, "The service announces others.");
  }
}
