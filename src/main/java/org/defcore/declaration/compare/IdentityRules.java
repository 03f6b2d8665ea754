package org.defcore.declaration.compare;

import java.util.List;
import java.util.stream.Stream;
import org.defcore.declaration.Declaration;
import org.defcore.declaration.DeclaredIdentity;

/** The declared rules for passwords, which no ordinary user sees. */
final class IdentityRules {

  private static final String WHY = "Only the tests of passwords show it.";

  private IdentityRules() {}

  static List<ComparedFact> compare(Declaration declaration) {
    return declaration.identity().stream().flatMap(IdentityRules::claims).toList();
  }

  private static Stream<ComparedFact> claims(DeclaredIdentity declared) {
    return Stream.concat(
            declared.passwordHistory().stream()
                .map(it -> new DeclaredFact("Password history", it.toString())),
            declared.lockout().stream().map(it -> new DeclaredFact("Lockout", it.toString())))
        .map(it -> it.unobservable(WHY));
  }
}
