package org.defcore.declaration.compare;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.defcore.declaration.Declaration;
import org.defcore.declaration.DeclaredObjectStore;
import org.defcore.result.Fact;
import org.defcore.result.FactNames;

/** The declared object store, compared with the information that it publishes. */
final class ObjectStoreRules {

  private ObjectStoreRules() {}

  static List<ComparedFact> compare(Declaration declaration, ObservedFacts observed) {
    return declaration.objectStore().map(it -> List.of(compare(it, observed))).orElse(List.of());
  }

  private static ComparedFact compare(DeclaredObjectStore declared, ObservedFacts observed) {
    DeclaredFact claim = new DeclaredFact("Object store", declared.toString());
    Optional<Fact> seen = observed.fact(FactNames.SWIFT_VERSION);
    boolean swift = declared.implementation().toLowerCase(Locale.ROOT).contains("swift");
    if (seen.isEmpty()) {
      return claim.unobservable(
          observed.whyNot(
              FactNames.OBJECT_STORE_INFO, "The service does not tell what it is made of."));
    }
    Fact fact =
        new Fact(FactNames.SWIFT_VERSION, "Swift " + seen.get().value(), seen.get().source());
    if (!swift) {
      return claim.contradicts(fact, "The service tells a version as Swift does.");
    }
    return CodeVersion.same(declared.version(), seen.get().value())
        ? claim.matches(fact, "The service tells this version.")
        : claim.contradicts(fact, "The service tells another version.");
  }
}
