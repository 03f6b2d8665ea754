package org.defcore.declaration.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.defcore.declaration.Declaration;
import org.defcore.declaration.DeclaredService;
import org.defcore.declaration.MicroversionWindow;
import org.defcore.result.Fact;
import org.defcore.result.FactNames;
import org.defcore.service.Service;

/**
 * The declared services, compared with the catalogue and with the microversions that they announce.
 */
final class ServiceRules {

  private static final String IDENTITY = Service.IDENTITY.word();

  private ServiceRules() {}

  static List<ComparedFact> compare(Declaration declaration, ObservedFacts observed) {
    List<ComparedFact> compared = new ArrayList<>();
    Optional<Fact> catalogue = observed.fact(FactNames.CATALOGUE_TYPES);
    for (DeclaredService service : declaration.services()) {
      compared.add(inCatalogue(service, observed));
      service.microversions().ifPresent(it -> compared.add(window(service.type(), it, observed)));
    }
    catalogue.ifPresent(it -> compared.addAll(undeclared(declaration, it, observed)));
    return compared;
  }

  private static ComparedFact inCatalogue(DeclaredService service, ObservedFacts observed) {
    Optional<Fact> catalogue = observed.fact(FactNames.CATALOGUE_TYPES);
    String type = service.type();
    DeclaredFact claim = new DeclaredFact("Service " + type, "offered");
    if (catalogue.isEmpty()) {
      return claim.unobservable("The run kept no catalogue of services.");
    }
    Fact fact = catalogue.get();
    if (type.equals(IDENTITY)) {
      return claim.matches(fact, "It let a user log in.");
    }
    if (observed.offers(type)) {
      return claim.matches(fact, "The catalogue that a login returns has it.");
    }
    return claim.contradicts(fact, "The catalogue that a login returns does not have it.");
  }

  private static List<ComparedFact> undeclared(
      Declaration declaration, Fact catalogue, ObservedFacts observed) {
    return Service.words().stream()
        .filter(it -> !it.equals(IDENTITY))
        .filter(it -> declaration.service(it).isEmpty() && observed.offers(it))
        .map(
            it ->
                new DeclaredFact("Service " + it, "not offered")
                    .contradicts(
                        catalogue, "The catalogue has it, and the declaration is silent on it."))
        .toList();
  }

  private static ComparedFact window(
      String type, MicroversionWindow declared, ObservedFacts observed) {
    DeclaredFact claim = new DeclaredFact("Microversions of " + type, declared.toString());
    String name = FactNames.highestMicroversion(type);
    Optional<Fact> max = observed.fact(name);
    Optional<Fact> min = observed.fact(FactNames.lowestMicroversion(type));
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
