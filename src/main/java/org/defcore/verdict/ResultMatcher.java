package org.defcore.verdict;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.defcore.capability.CatalogueEntry;
import org.defcore.guideline.GuidelineTest;
import org.defcore.guideline.TestId;
import org.defcore.result.TestResult;
import org.jspecify.annotations.Nullable;

/**
 * Finds the result of a guideline's test by id. By name, else by alias, it is found only if the
 * test has no id, or one that is unknown here and a name that is no other test's.
 */
final class ResultMatcher {

  /** The result of a test, and how it was found. */
  record Found(Match match, Optional<TestResult> result) {}

  private final CatalogueIndex known;
  private final List<GuidelineTest> asked;
  private final Map<TestId, TestResult> results = new HashMap<>();
  private @Nullable Named named;

  /**
   * @param asked every test of the guideline
   */
  ResultMatcher(CatalogueIndex known, List<TestResult> results, List<GuidelineTest> asked) {
    this.known = known;
    this.asked = asked;
    for (TestResult result : results) {
      if (this.results.put(result.id(), result) != null) {
        throw new IllegalArgumentException(
            "results: expected each test once but found " + result.id() + " twice");
      }
    }
  }

  /**
   * Names of tests, which most guidelines need for none of theirs.
   *
   * @param ids all that the guideline has
   */
  private record Named(Set<TestId> ids, NamedTests asked, NamedTests results) {}

  private Named named() {
    if (named == null) {
      named = new Named(new HashSet<>(), new NamedTests(), new NamedTests());
      for (GuidelineTest test : asked) {
        test.id().ifPresent(named.ids::add);
        test.id().ifPresent(it -> named().asked.note(test.name(), it));
      }
      results.values().forEach(it -> named().results.note(it.name(), it.id()));
    }
    return named;
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
    return test.id().flatMap(known::entry).isEmpty();
  }

  /** Returns whether the guideline gives the name to a test of another id. */
  private boolean isAnothers(GuidelineTest test, String name) {
    return test.id().isPresent()
        && named().asked.ids(name).stream().anyMatch(it -> !it.equals(test.id().get()));
  }

  /** The catalogue's entry of a test that has an id, or whose name only one entry bears. */
  Optional<CatalogueEntry> entry(Optional<TestId> id, GuidelineTest test) {
    if (id.isPresent()) {
      return id.flatMap(known::entry);
    }
    return Stream.concat(Stream.of(test.name()), test.aliases().stream())
        .map(known.names()::ids)
        .filter(it -> it.size() == 1)
        .findFirst()
        .flatMap(it -> known.entry(it.iterator().next()));
  }

  private Optional<TestResult> byName(GuidelineTest test, String name) {
    if (isAnothers(test, name)) {
      return Optional.empty();
    }
    return only(test, named().results.ids(name)).or(() -> only(test, known.names().ids(name)));
  }

  // A name that stands for several results finds none: the luckier one must not count.
  private Optional<TestResult> only(GuidelineTest test, Set<TestId> ids) {
    List<TestResult> found =
        ids.stream()
            .filter(it -> test.id().isEmpty() || !named().ids.contains(it))
            .flatMap(it -> Optional.ofNullable(results.get(it)).stream())
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }
}
