package org.defcore.runner;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.guideline.TestId;
import org.defcore.result.PlannedTest;

/**
 * The user's selection of tests of a guideline. A test is selected if every given kind of filter
 * has an entry that matches it.
 *
 * @param tests ids, names, or parts of names
 * @param capabilities names
 * @param services types
 */
public record Selection(List<String> tests, List<String> capabilities, List<String> services) {

  /** Everything. */
  public static final Selection ALL = new Selection(List.of(), List.of(), List.of());

  public Selection {
    tests = List.copyOf(tests);
    capabilities = List.copyOf(capabilities);
    services = List.copyOf(services);
  }

  /**
   * @param names all that the test goes by, former names too
   */
  boolean takes(PlannedTest test, Collection<String> names) {
    return (tests.isEmpty() || tests.stream().anyMatch(it -> isIdOrInName(it, test, names)))
        && (capabilities.isEmpty() || capabilities.stream().anyMatch(test.capabilities()::contains))
        && (services.isEmpty() || services.contains(test.service()));
  }

  private static boolean isIdOrInName(String asked, PlannedTest test, Collection<String> names) {
    return TestId.parse(asked)
        .map(test.id()::equals)
        .orElseGet(() -> names.stream().anyMatch(it -> it.contains(asked)));
  }

  /** As the user would type it; empty if everything is taken. */
  @Override
  public String toString() {
    return Stream.of(
            typed("--test", tests),
            typed("--capability", capabilities),
            typed("--service", services))
        .filter(it -> !it.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String typed(String option, List<String> values) {
    return values.isEmpty() ? "" : option + " " + String.join(",", values);
  }
}
