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

  /** Ceph's gateway tells its own version in the same place, 12 and later. */
  private static final String OF_SWIFT = "[12]\\..*";

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
              FactNames.OBJECT_STORE_INFO, "The service does not report its components."));
    }
    String version = seen.get().value();
    boolean isOfSwift = version.matches(OF_SWIFT);
    Fact fact =
        new Fact(
            FactNames.SWIFT_VERSION, (isOfSwift ? "Swift " : "") + version, seen.get().source());
    if (isOfSwift && !swift) {
      return claim.contradicts(fact, "The service tells a version as Swift does.");
    }
    return CodeVersion.same(declared.version(), version)
        ? claim.matches(fact, "The service tells this version.")
        : claim.contradicts(fact, "The service tells another version.");
  }
}
