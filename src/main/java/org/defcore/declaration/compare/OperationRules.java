package org.defcore.declaration.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.defcore.capability.Operation;
import org.defcore.declaration.Declaration;
import org.defcore.declaration.DeclaredCompute;
import org.defcore.result.Fact;

/** Operations declared as not offered, compared with those that the cloud refused. */
final class OperationRules {

  private static final String NOT_OFFERED = "not offered";
  private static final String OFFERED = "offered";

  private OperationRules() {}

  static List<ComparedFact> compare(Declaration declaration, ObservedFacts observed) {
    return declaration.compute().map(it -> compare(it, observed)).orElse(List.of());
  }

  private static List<ComparedFact> compare(DeclaredCompute compute, ObservedFacts observed) {
    List<ComparedFact> compared = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (Operation operation : Operation.values()) {
      Optional<Fact> refusal = observed.refusal(operation);
      Optional<Fact> done = observed.success(operation);
      boolean missing = compute.notOffered().stream().anyMatch(it -> it.operation() == operation);
      DeclaredFact claim = new DeclaredFact(what(operation), missing ? NOT_OFFERED : OFFERED);
      if (refusal.isEmpty() && done.isPresent()) {
        compared.add(
            missing
                ? claim.contradicts(done.get(), "A test made use of it, and passed.")
                : claim.matches(done.get(), "A test made use of it, and passed."));
        continue;
      }
      if (refusal.isEmpty() && !missing) {
        others.add(operation.word());
        continue;
      }
      compared.add(
          refusal
              .map(
                  it ->
                      missing
                          ? claim.matches(it, "A test that makes use of it failed.")
                          : claim.contradicts(it, "A test that makes use of it failed."))
              .orElseGet(
                  () ->
                      claim.unobservable(
                          "No refusal was recorded: tests do not use operations that are declared as not offered.")));
    }
    if (!others.isEmpty()) {
      compared.add(
          new DeclaredFact("Other operations on servers: " + String.join(", ", others), OFFERED)
              .unobservable("No test that makes use of them came to an end."));
    }
    return compared;
  }

  private static String what(Operation operation) {
    return "Operation on servers: " + operation.word();
  }
}
