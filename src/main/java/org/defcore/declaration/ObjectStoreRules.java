package org.defcore.declaration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.defcore.result.Fact;
import org.defcore.result.FactNames;

/** The object store against what it says of itself. */
final class ObjectStoreRules {

  // Swift tells its version there; the other implementations list features alone.
  static final String VERSION = FactNames.SWIFT_VERSION;

  private ObjectStoreRules() {}

  static List<ComparedFact> compare(Declaration declaration, Observed observed) {
    return declaration.objectStore().map(it -> List.of(compare(it, observed))).orElse(List.of());
  }

  private static ComparedFact compare(DeclaredObjectStore declared, Observed observed) {
    Claim claim = new Claim("Object store", declared.toString());
    Optional<Fact> seen = observed.fact(VERSION);
    boolean swift = declared.implementation().toLowerCase(Locale.ROOT).contains("swift");
    if (seen.isEmpty()) {
      return claim.unobservable(
          observed.whyNot(
              FactNames.OBJECT_STORE_INFO, "The service does not tell what it is made of."));
    }
    Fact fact = new Fact(VERSION, "Swift " + seen.get().value(), seen.get().source());
    if (!swift) {
      return claim.contradicts(fact, "The service tells a version as Swift does.");
    }
    return CodeVersion.same(declared.version(), seen.get().value())
        ? claim.matches(fact, "The service tells this version.")
        : claim.contradicts(fact, "The service tells another version.");
  }
}
