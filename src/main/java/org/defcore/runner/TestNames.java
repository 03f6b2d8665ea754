package org.defcore.runner;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.defcore.guideline.TestId;
import org.defcore.guideline.WrittenTest;

/** The tests of one guideline by all that they go by. */
final class TestNames {

  private final Map<TestId, Set<String>> names = new LinkedHashMap<>();
  private final Predicate<TestId> known;

  /**
   * @param names by id, former names and aliases too
   * @param known whether an id is that of any test, of this guideline or not
   */
  TestNames(Map<TestId, Set<String>> names, Predicate<TestId> known) {
    this.names.putAll(names);
    this.known = known;
  }

  /**
   * The tests that an entry means: the one with its id; else, unless that id is another test's, the
   * ones with exactly its name; else those in whose names its regular expression is found, which
   * are tried as Tempest writes them, too. A name beside an unknown id has to be one test's alone.
   */
  Set<TestId> of(TestEntry entry) {
    WrittenTest written = WrittenTest.of(entry.text());
    Optional<TestId> id = written.id();
    if (id.isPresent()) {
      if (names.containsKey(id.get())) {
        return Set.of(id.get());
      }
      Set<TestId> named = known.test(id.get()) ? Set.of() : named(written.name());
      return named.size() == 1 ? named : Set.of();
    }
    Set<TestId> named = named(written.name());
    return named.isEmpty() ? matching(entry) : named;
  }

  private Set<TestId> named(String name) {
    return where((id, it) -> it.equals(name));
  }

  private Set<TestId> matching(TestEntry entry) {
    if (entry.text().isEmpty() || entry.problem().isPresent()) {
      return Set.of();
    }
    Predicate<String> pattern = entry.pattern();
    return where((id, it) -> pattern.test(it) || pattern.test(it + "[id-" + id + "]"));
  }

  private Set<TestId> where(BiPredicate<TestId, String> rule) {
    return names.entrySet().stream()
        .filter(test -> test.getValue().stream().anyMatch(it -> rule.test(test.getKey(), it)))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
