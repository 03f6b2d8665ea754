package org.defcore.explain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.capability.CatalogueEntry;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.TestId;

/**
 * The explanation of a capability or of a single test.
 *
 * @param subject the capability or test
 * @param standings its standing in each guideline that lists it, in the order of the library
 * @param source the guideline that the tests are taken from: the last approved one, or else the
 *     last
 * @param tests in the order of that guideline
 */
public record Explanation(
    Subject subject,
    List<Standing> standings,
    String source,
    Guideline guideline,
    List<ExplainedTest> tests,
    Optional<String> callsFrom) {

  public Explanation {
    standings = List.copyOf(standings);
    tests = List.copyOf(tests);
  }

  /** The kind of a subject. */
  public enum Kind {
    CAPABILITY,
    TEST
  }

  /**
   * The subject of an explanation.
   *
   * @param description purpose, in plain words
   * @param requiredSince as the guideline says
   */
  public record Subject(
      Kind kind, String name, String description, Optional<String> requiredSince) {}

  /**
   * The standing of the subject in one guideline.
   *
   * @param guideline its name in the library
   * @param words a phrase each: {@code required in platform, compute}, {@code flagged: why}
   * @param required whether some target requires it
   */
  public record Standing(String guideline, String approval, List<String> words, boolean required) {

    public Standing {
      words = List.copyOf(words);
    }
  }

  /**
   * One of its tests.
   *
   * @param id absent if neither guideline nor catalogue has one
   * @param claim of the suite's test; absent if the suite does not have it
   * @param corrected the test that checks the same by the API contract alone
   * @param calls of the test itself, as recorded, without those for fixtures
   */
  public record ExplainedTest(
      Optional<TestId> id,
      String name,
      Optional<String> flagged,
      Optional<CatalogueEntry> entry,
      Optional<String> claim,
      Optional<CatalogueEntry> corrected,
      List<ObservedCall> calls) {

    public ExplainedTest {
      calls = List.copyOf(calls);
    }

    ExplainedTest calling(List<ObservedCall> seen) {
      return new ExplainedTest(id, name, flagged, entry, claim, corrected, seen);
    }
  }

  /** The first guideline of the library that requires it. */
  public Optional<String> firstRequired() {
    return standings.stream().filter(Standing::required).map(Standing::guideline).findFirst();
  }

  /** Ids of the tests that the suite has. */
  public List<TestId> implemented() {
    return tests.stream()
        .filter(it -> it.claim().isPresent())
        .flatMap(it -> it.id().stream())
        .distinct()
        .toList();
  }

  /** The command that runs it alone; absent if the suite has none of its tests. */
  public Optional<String> command() {
    if (implemented().isEmpty()) {
      return Optional.empty();
    }
    String selection =
        switch (subject.kind()) {
          case CAPABILITY -> "--capability " + subject.name();
          case TEST -> "--test " + implemented().get(0);
        };
    return Optional.of("defcore run --os-cloud CLOUD --guideline " + source + " " + selection);
  }

  /**
   * The same with the calls that were recorded.
   *
   * @param from where they were recorded, for people
   */
  public Explanation calling(Map<TestId, List<ObservedCall>> calls, String from) {
    List<ExplainedTest> called =
        tests.stream()
            .map(
                it ->
                    it.calling(
                        it.id().map(id -> calls.getOrDefault(id, List.of())).orElse(List.of())))
            .toList();
    return new Explanation(subject, standings, source, guideline, called, Optional.of(from));
  }
}
