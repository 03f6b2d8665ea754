package org.defcore.declaration.compare;

import java.util.List;
import java.util.stream.Stream;
import org.defcore.declaration.Declaration;
import org.defcore.result.Fact;

/**
 * Compares declared with observed facts. A pure function: the same declaration and facts give the
 * same list in the same order. Facts that could not be observed are in the list, with the reason.
 */
public final class DeclarationComparison {

  private DeclarationComparison() {}

  /**
   * Compares everything that is declared.
   *
   * @param facts of one run, in any order
   */
  public static List<ComparedFact> of(Declaration declaration, List<Fact> facts) {
    ObservedFacts observed = new ObservedFacts(facts);
    return Stream.of(
            ReleaseRules.compare(declaration, observed),
            ServiceRules.compare(declaration, observed),
            IdentityRules.compare(declaration),
            KindRules.compare(declaration, observed),
            GuestRules.compare(declaration, observed),
            OperationRules.compare(declaration, observed),
            NetworkRules.compare(declaration, observed),
            ObjectStoreRules.compare(declaration, observed),
            CodeRules.compare(declaration, observed))
        .flatMap(List::stream)
        .toList();
  }
}
