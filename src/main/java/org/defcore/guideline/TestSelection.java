package org.defcore.guideline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A choice of tests of a target.
 *
 * @param statuses of the capability in the target: the strongest that any component gives it
 */
public record TestSelection(Set<Status> statuses, Flagged flagged, Aliases aliases) {

  /** Treatment of flagged tests. */
  public enum Flagged {
    EXCLUDE,
    INCLUDE,
    ONLY;

    boolean admits(GuidelineTest test) {
      return switch (this) {
        case EXCLUDE -> !test.flagged();
        case INCLUDE -> true;
        case ONLY -> test.flagged();
      };
    }
  }

  /** Treatment of the other names of a test. */
  public enum Aliases {
    OMIT,
    INCLUDE
  }

  /** A test in one capability; a test in two capabilities has two entries. */
  public record Entry(Requirement requirement, GuidelineTest test) {}

  /**
   * A test, once.
   *
   * @param names every name that the selected entries give it, and the aliases if they are
   *     selected, sorted
   * @param status strongest of its capabilities
   * @param flagged whether every selected entry is flagged
   * @param capabilities in file order
   */
  public record Selected(
      String name,
      Optional<TestId> id,
      List<String> names,
      Status status,
      boolean flagged,
      List<String> capabilities) {

    public Selected {
      names = List.copyOf(names);
      capabilities = List.copyOf(capabilities);
    }
  }

  public TestSelection {
    statuses = Set.copyOf(statuses);
  }

  /** The tests that a verdict counts: required, not flagged. */
  public static TestSelection counted() {
    return new TestSelection(Set.of(Status.REQUIRED), Flagged.EXCLUDE, Aliases.OMIT);
  }

  /** Every selected test of every capability, in file order, as RefStack counts them. */
  public List<Entry> entries(Guideline guideline, Target target) {
    return guideline.requirements(target).stream()
        .filter(it -> statuses.contains(it.status()))
        .flatMap(
            it ->
                it.capability().tests().stream()
                    .filter(flagged::admits)
                    .map(test -> new Entry(it, test)))
        .toList();
  }

  /** Every selected test once, by id or, where it has none, by name; ordered by name. */
  public List<Selected> tests(Guideline guideline, Target target) {
    Map<String, List<Entry>> byTest = new LinkedHashMap<>();
    for (Entry entry : entries(guideline, target)) {
      String key = entry.test().id().map(TestId::toString).orElse("name " + entry.test().name());
      byTest.computeIfAbsent(key, it -> new ArrayList<>()).add(entry);
    }
    return byTest.values().stream()
        .map(this::selected)
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .toList();
  }

  /**
   * {@code name[id-uuid]}, sorted, each once: the list that RefStack hands out, without repeats.
   */
  public List<String> lines(Guideline guideline, Target target) {
    return List.copyOf(
        new TreeSet<>(entries(guideline, target).stream().flatMap(this::lines).toList()));
  }

  private Stream<String> lines(Entry entry) {
    String id = entry.test().id().map(it -> "[id-" + it + "]").orElse("");
    return names(entry).map(it -> it + id);
  }

  private Stream<String> names(Entry entry) {
    Stream<String> name = Stream.of(entry.test().name());
    return aliases == Aliases.INCLUDE ? Stream.concat(name, entry.test().aliases().stream()) : name;
  }

  private Selected selected(List<Entry> entries) {
    GuidelineTest first = entries.get(0).test();
    return new Selected(
        first.name(),
        first.id(),
        List.copyOf(new TreeSet<>(entries.stream().flatMap(this::names).toList())),
        entries.stream().map(it -> it.requirement().status()).min(Status::compareTo).orElseThrow(),
        entries.stream().allMatch(it -> it.test().flagged()),
        entries.stream().map(it -> it.requirement().capability().name()).distinct().toList());
  }
}
