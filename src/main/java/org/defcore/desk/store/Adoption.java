package org.defcore.desk.store;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.capability.Catalogue;
import org.defcore.capability.CatalogueEntry;
import org.defcore.guideline.Capability;
import org.defcore.guideline.Requirement;
import org.defcore.guideline.TestId;
import org.defcore.report.Rows;
import org.defcore.report.store.Standing;
import org.defcore.result.Outcome;
import org.defcore.store.RunOutcome;
import org.defcore.store.RunRow;
import org.defcore.store.Store;

/**
 * The number of stored clouds that have the capabilities of a guideline, which the criterion
 * "widely deployed" asks for. A cloud is judged by its newest whole run, or else by its newest one;
 * flagged tests do not count.
 */
public final class Adoption {

  private final Map<Requirement, Set<TestId>> tests = new LinkedHashMap<>();
  private final Map<Integer, Map<TestId, Outcome>> outcomes = new HashMap<>();
  private final List<RunRow> clouds;

  /**
   * @param requirements of a target of the guideline
   */
  public Adoption(Store store, Catalogue catalogue, List<Requirement> requirements) {
    requirements.forEach(it -> tests.put(it, counted(it.capability(), catalogue)));
    Set<TestId> all = tests.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    this.clouds = store.newest();
    clouds.forEach(it -> outcomes.put(it.id(), new HashMap<>()));
    store.outcomes(
        clouds,
        it -> {
          if (all.contains(it.test())) {
            keep(it);
          }
        });
  }

  /** The traits by which clouds are counted apart. */
  public enum Trait {
    KIND(RunRow::kind),
    VENDOR(it -> it.cloud().vendor());

    private final Function<RunRow, String> of;

    Trait(Function<RunRow, String> of) {
      this.of = of;
    }
  }

  /** The part of the tests of a capability that a cloud has passed. */
  private enum Part {
    ALL,
    SOME,
    NONE,
    /** None of them was judged. */
    NOT_TESTED
  }

  private static Set<TestId> counted(Capability capability, Catalogue catalogue) {
    return capability.tests().stream()
        .filter(it -> !it.flagged())
        .flatMap(
            it -> it.id().or(() -> catalogue.byName(it.name()).map(CatalogueEntry::id)).stream())
        .collect(Collectors.toSet());
  }

  private void keep(RunOutcome each) {
    Optional.ofNullable(outcomes.get(each.run()))
        .ifPresent(it -> it.put(each.test(), each.outcome()));
  }

  /**
   * A row for each capability, or for each capability and value of the trait.
   *
   * @param by absent for all clouds together
   */
  public Rows rows(Optional<Trait> by) {
    List<String> trait = by.map(it -> it.name().toLowerCase(Locale.ROOT)).stream().toList();
    Rows rows =
        new Rows(
            Stream.of(
                    List.of("capability", "status", "tests"),
                    trait,
                    List.of("clouds", "all", "some", "none", "not_tested", "vendors"))
                .flatMap(List::stream)
                .toArray(String[]::new));
    Map<String, List<RunRow>> groups =
        clouds.stream()
            .collect(
                Collectors.groupingBy(
                    it -> by.map(each -> each.of.apply(it)).orElse(""),
                    TreeMap::new,
                    Collectors.toList()));
    if (by.isEmpty()) {
      groups.putIfAbsent("", List.of());
    }
    tests.forEach(
        (requirement, counted) ->
            groups.forEach(
                (value, group) -> {
                  List<Object> row = new ArrayList<>();
                  row.add(requirement.capability().name());
                  row.add(requirement.status().word());
                  row.add(counted.size());
                  by.ifPresent(it -> row.add(value));
                  row.addAll(numbers(group, counted));
                  rows.add(row.toArray());
                }));
    return rows;
  }

  private List<Integer> numbers(List<RunRow> group, Set<TestId> counted) {
    Map<Part, Integer> parts = new EnumMap<>(Part.class);
    Set<String> vendors = new HashSet<>();
    for (RunRow cloud : group) {
      Part part = part(outcomes.getOrDefault(cloud.id(), Map.of()), counted);
      parts.merge(part, 1, Integer::sum);
      if (part == Part.ALL) {
        vendors.add(cloud.cloud().vendor());
      }
    }
    List<Integer> numbers = new ArrayList<>(List.of(group.size()));
    Stream.of(Part.values()).forEach(it -> numbers.add(parts.getOrDefault(it, 0)));
    numbers.add(vendors.size());
    return numbers;
  }

  private static Part part(Map<TestId, Outcome> run, Set<TestId> counted) {
    Map<Standing, Long> standings =
        counted.stream()
            .map(it -> Standing.of(run.getOrDefault(it, Outcome.NOT_RUN)))
            .collect(Collectors.groupingBy(it -> it, Collectors.counting()));
    long missing = standings.getOrDefault(Standing.NOT_JUDGED, 0L);
    long failed = standings.getOrDefault(Standing.FAILED, 0L);
    if (missing == counted.size()) {
      return Part.NOT_TESTED;
    }
    if (failed + missing == 0) {
      return Part.ALL;
    }
    return failed + missing == counted.size() ? Part.NONE : Part.SOME;
  }
}
