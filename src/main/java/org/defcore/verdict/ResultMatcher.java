package org.defcore.verdict;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.defcore.capability.CatalogueEntry;
import org.defcore.guideline.GuidelineTest;
import org.defcore.guideline.TestId;
import org.defcore.result.TestResult;

/**
 * Finds the result of a guideline's test by id. By name, else by alias, it is found only if the
 * test has no id, or one that is unknown here and a name that is no other test's.
 */
final class ResultMatcher {

  /** The result of a test, and how it was found. */
  record Found(Match match, Optional<TestResult> result) {}

  private final Map<TestId, CatalogueEntry> catalogue = new HashMap<>();
  private final Map<TestId, TestResult> results = new HashMap<>();
  private final Map<String, Set<TestId>> catalogueNames = new HashMap<>();
  private final Map<String, Set<TestId>> resultNames = new HashMap<>();
  private final Set<TestId> asked = new HashSet<>();
  private final Map<String, Set<TestId>> askedNames = new HashMap<>();

  /**
   * @param entries every test that is known here
   * @param asked every test of the guideline
   */
  ResultMatcher(List<CatalogueEntry> entries, List<TestResult> results, List<GuidelineTest> asked) {
    for (GuidelineTest test : asked) {
      test.id().ifPresent(it -> note(askedNames, test.name(), it));
      test.id().ifPresent(this.asked::add);
    }
    for (CatalogueEntry entry : entries) {
      catalogue.put(entry.id(), entry);
      entry.names().forEach(it -> note(catalogueNames, it, entry.id()));
    }
    for (TestResult result : results) {
      if (this.results.put(result.id(), result) != null) {
        throw new IllegalArgumentException(
            "results: expected each test once but found " + result.id() + " twice");
      }
      note(resultNames, result.name(), result.id());
    }
  }

  Found find(GuidelineTest test) {
    Optional<TestResult> byId = test.id().map(results::get);
    if (byId.isPresent()) {
      return new Found(Match.ID, byId);
    }
    if (!isNamed(test)) {
      return new Found(Match.NONE, Optional.empty());
    }
    Optional<TestResult> byName = byName(test, test.name());
    if (byName.isPresent()) {
      return new Found(Match.NAME, byName);
    }
    return test.aliases().stream()
        .flatMap(it -> byName(test, it).stream())
        .findFirst()
        .map(it -> new Found(Match.ALIAS, Optional.of(it)))
        .orElseGet(() -> new Found(Match.NONE, Optional.empty()));
  }

  /** Returns whether its names may stand for a test. */
  private boolean isNamed(GuidelineTest test) {
    return test.id().filter(catalogue::containsKey).isEmpty();
  }

  /** Returns whether the guideline gives the name to a test of another id. */
  private boolean isAnothers(GuidelineTest test, String name) {
    return test.id().isPresent()
        && askedNames.getOrDefault(plain(name), Set.of()).stream()
            .anyMatch(it -> !it.equals(test.id().get()));
  }

  /** The catalogue's entry of a test that has an id, or whose name only one entry bears. */
  Optional<CatalogueEntry> entry(Optional<TestId> id, GuidelineTest test) {
    if (id.isPresent()) {
      return id.map(catalogue::get);
    }
    return Stream.concat(Stream.of(test.name()), test.aliases().stream())
        .map(it -> catalogueNames.getOrDefault(plain(it), Set.of()))
        .filter(it -> it.size() == 1)
        .findFirst()
        .map(it -> catalogue.get(it.iterator().next()));
  }

  private Optional<TestResult> byName(GuidelineTest test, String name) {
    if (isAnothers(test, name)) {
      return Optional.empty();
    }
    return only(test, resultNames.getOrDefault(plain(name), Set.of()))
        .or(() -> only(test, catalogueNames.getOrDefault(plain(name), Set.of())));
  }

  // A name that stands for several results finds none: the luckier one must not count.
  private Optional<TestResult> only(GuidelineTest test, Set<TestId> ids) {
    List<TestResult> found =
        ids.stream()
            .filter(it -> test.id().isEmpty() || !asked.contains(it))
            .flatMap(it -> Optional.ofNullable(results.get(it)).stream())
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static void note(Map<String, Set<TestId>> names, String name, TestId id) {
    names.computeIfAbsent(plain(name), it -> new TreeSet<>()).add(id);
  }

  /** Without the bracketed attributes that Tempest appends: {@code test_x[id-…,smoke]}. */
  private static String plain(String name) {
    int bracket = name.indexOf('[');
    return (bracket < 0 ? name : name.substring(0, bracket)).strip();
  }
}
