package org.defcore.declaration.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.defcore.capability.CatalogueEntry;
import org.defcore.capability.Operation;
import org.defcore.guideline.TestId;
import org.defcore.result.Fact;
import org.defcore.result.Outcome;
import org.defcore.result.RunRecord;
import org.defcore.result.TestResult;

/**
 * Facts about operations, derived from the outcomes of the tests that use them: {@code done.…} if a
 * test passed, {@code refused.…} if none passed and one failed. A failure may have another cause;
 * if another test passed, the operation works. An attribute too many refuses nothing, whatever
 * becomes of the test.
 */
public final class OperationFacts {

  static final String REFUSED = "refused.";
  static final String DONE = "done.";

  private OperationFacts() {}

  /** The observation of a run, and these facts after it in the order of the operations. */
  public static List<Fact> withObservation(RunRecord run, List<CatalogueEntry> catalogue) {
    Map<TestId, Set<Operation>> uses = new HashMap<>();
    catalogue.forEach(it -> uses.put(it.id(), it.applicability().operations()));
    List<Fact> facts = new ArrayList<>(run.observation());
    for (Operation operation : Operation.values()) {
      List<TestResult> results =
          run.results().stream()
              .filter(it -> uses.getOrDefault(it.id(), Set.of()).contains(operation))
              .map(TestResult::bypassed)
              .filter(it -> it.extras().isEmpty())
              .toList();
      fact(operation, results).ifPresent(facts::add);
    }
    return facts;
  }

  private static Optional<Fact> fact(Operation operation, List<TestResult> results) {
    return first(results, Outcome.PASSED)
        .map(it -> new Fact(DONE + operation.word(), "done", "test " + it.name()))
        .or(
            () ->
                first(results, Outcome.FAILED)
                    .map(
                        it ->
                            new Fact(
                                REFUSED + operation.word(), it.reason(), "test " + it.name())));
  }

  private static Optional<TestResult> first(List<TestResult> results, Outcome outcome) {
    return results.stream().filter(it -> it.outcome() == outcome).findFirst();
  }
}
