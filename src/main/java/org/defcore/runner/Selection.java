package org.defcore.runner;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Target;
import org.defcore.guideline.TestId;
import org.defcore.result.PlannedTest;

/**
 * The user's selection of tests of a guideline. A test is selected if every given kind of filter
 * has an entry that matches it, and no exclusion does.
 *
 * @param tests entries for those to take
 * @param capabilities names
 * @param services types
 * @param excluded entries for those to leave out
 * @param offered names of the capabilities of the target that the user named; absent if none was
 */
public record Selection(
    List<TestEntry> tests,
    List<String> capabilities,
    List<String> services,
    List<TestEntry> excluded,
    Optional<Set<String>> offered) {

  /** Everything. */
  public static final Selection ALL = new Selection(List.of(), List.of(), List.of());

  public Selection {
    tests = List.copyOf(tests);
    capabilities = List.copyOf(capabilities);
    services = List.copyOf(services);
    excluded = List.copyOf(excluded);
    offered = offered.map(Set::copyOf);
  }

  /** A selection among the tests of all targets. */
  public Selection(
      List<TestEntry> tests,
      List<String> capabilities,
      List<String> services,
      List<TestEntry> excluded) {
    this(tests, capabilities, services, excluded, Optional.empty());
  }

  /** A selection without exclusions, by {@code --test}. */
  public Selection(List<String> tests, List<String> capabilities, List<String> services) {
    this(
        tests.stream().map(it -> TestEntry.typed("--test", it)).toList(),
        capabilities,
        services,
        List.of());
  }

  /** The same among the tests of a target, whatever the status of their capability in it. */
  public Selection of(Guideline guideline, Target target) {
    return new Selection(
        tests,
        capabilities,
        services,
        excluded,
        Optional.of(
            guideline.requirements(target).stream()
                .map(it -> it.capability().name())
                .collect(Collectors.toSet())));
  }

  /** The rule by which tests of these names are taken. */
  Predicate<PlannedTest> taking(TestNames names) {
    Set<TestId> taken = ids(tests, names);
    Set<TestId> left = ids(excluded, names);
    return test ->
        (tests.isEmpty() || taken.contains(test.id()))
            && offered.map(it -> test.capabilities().stream().anyMatch(it::contains)).orElse(true)
            && (capabilities.isEmpty()
                || capabilities.stream().anyMatch(test.capabilities()::contains))
            && (services.isEmpty() || services.contains(test.service()))
            && !left.contains(test.id());
  }

  private static Set<TestId> ids(List<TestEntry> entries, TestNames names) {
    Set<TestId> ids = new HashSet<>();
    entries.forEach(it -> ids.addAll(names.of(it)));
    return ids;
  }

  /** A line for each entry that none of the tests matches. */
  List<String> idle(TestNames names, Collection<PlannedTest> all) {
    Set<String> known = new HashSet<>();
    all.forEach(it -> known.addAll(it.capabilities()));
    Set<String> served = all.stream().map(PlannedTest::service).collect(Collectors.toSet());
    Stream<String> unmatched =
        Stream.concat(tests.stream(), excluded.stream())
            .filter(it -> names.of(it).isEmpty())
            .map(
                it ->
                    it
                        + it.problem()
                            .map(why -> " (no regular expression: " + why + ")")
                            .orElse(""));
    return Stream.of(
            unmatched,
            capabilities.stream().filter(it -> !known.contains(it)).map("--capability "::concat),
            services.stream().filter(it -> !served.contains(it)).map("--service "::concat))
        .flatMap(it -> it)
        .distinct()
        .toList();
  }

  /** The filters for the message that they take no test. */
  String asked() {
    String filters = toString();
    return filters.isEmpty() ? "--target" : filters;
  }

  /** As the user would type it; empty if everything, or everything of a target, is taken. */
  @Override
  public String toString() {
    return Stream.of(
            typed(tests),
            typed("--capability", capabilities),
            typed("--service", services),
            typed(excluded))
        .filter(it -> !it.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String typed(List<TestEntry> entries) {
    Map<String, Set<String>> values = new LinkedHashMap<>();
    for (TestEntry entry : entries) {
      String value = entry.line().map(TestEntry.Line::file).orElse(entry.text());
      values.computeIfAbsent(entry.option(), it -> new LinkedHashSet<>()).add(value);
    }
    return values.entrySet().stream()
        .map(it -> it.getKey() + " " + String.join(",", it.getValue()))
        .collect(Collectors.joining(" "));
  }

  private static String typed(String option, List<String> values) {
    return values.isEmpty() ? "" : option + " " + String.join(",", values);
  }
}
