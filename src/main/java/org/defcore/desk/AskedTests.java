package org.defcore.desk;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineException;
import org.defcore.guideline.GuidelineTest;
import org.defcore.guideline.TestId;
import org.defcore.guideline.library.GuidelineLibrary;
import org.defcore.report.run.TestReport;
import org.defcore.result.Plan;
import org.defcore.result.PlannedTest;

/**
 * The tests that the guideline of a run has, whichever of them the run was to perform.
 *
 * @param names of tests without an id, or known by another name
 */
record AskedTests(Set<TestId> ids, Set<String> names) implements Predicate<TestReport> {

  AskedTests {
    ids = Set.copyOf(ids);
    names = Set.copyOf(names);
  }

  /**
   * Those of a full run's plan, else of the guideline that it names; any test if that is not at
   * hand.
   */
  static Predicate<TestReport> of(Plan plan, GuidelineLibrary library) {
    if (plan.partial().isEmpty()) {
      return of(plan.tests());
    }
    Optional<Guideline> guideline =
        guideline(plan, library).filter(it -> it.contentHash().equals(plan.guidelineHash()));
    return guideline.isPresent() ? of(guideline.get()).or(of(plan.tests())) : test -> true;
  }

  private static Optional<Guideline> guideline(Plan plan, GuidelineLibrary library) {
    try {
      return Optional.of(library.bundled(plan.guideline()));
    } catch (GuidelineException e) {
      return Optional.empty();
    }
  }

  private static Predicate<TestReport> of(List<PlannedTest> tests) {
    Set<TestId> ids = new HashSet<>();
    Set<String> names = new HashSet<>();
    tests.forEach(it -> ids.add(it.id()));
    tests.forEach(it -> names.add(it.name()));
    return new AskedTests(ids, names);
  }

  private static Predicate<TestReport> of(Guideline guideline) {
    Set<TestId> ids = new HashSet<>();
    Set<String> names = new HashSet<>();
    guideline.capabilities().values().stream()
        .flatMap(it -> it.tests().stream())
        .forEach(
            (GuidelineTest it) -> {
              it.id().ifPresent(ids::add);
              Stream.concat(Stream.of(it.name()), it.aliases().stream()).forEach(names::add);
            });
    return new AskedTests(ids, names);
  }

  @Override
  public boolean test(TestReport test) {
    return test.id().filter(ids::contains).isPresent() || names.contains(test.name());
  }
}
