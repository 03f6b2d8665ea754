package org.defcore.foreign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.defcore.foreign.NameMatcher.Match;
import org.defcore.guideline.TestId;
import org.defcore.guideline.list.KnownTests;
import org.defcore.result.Outcome;
import org.defcore.result.TestResult;

/**
 * Results of all sources by test, without secrets.
 *
 * <p>Several results of one name are attempts, as a runner that retries writes them: a pass that
 * follows a failure is flaky, any other end is that of the last. Where the source has no times,
 * their order is not known, and the worst one counts. Several names of one id are variants of one
 * test, in classes that inherit it or by scenarios: the worst one counts. What was skipped takes
 * nothing from what ran.
 *
 * @param attempts of each test, the first one first
 * @param attachments text of the sources, by the id of a test or the name of a class
 */
public record ImportedResults(
    Map<TestId, List<TestResult>> attempts,
    Map<String, String> attachments,
    List<Unmatched> unmatched) {

  private static final List<Outcome> WORST_FIRST =
      List.of(
          Outcome.FAILED,
          Outcome.ERROR,
          Outcome.BLOCKED,
          Outcome.FLAKY,
          Outcome.PASSED,
          Outcome.SKIPPED);

  private static final Comparator<TestResult> WORST =
      Comparator.comparingInt(it -> WORST_FIRST.indexOf(it.outcome()));

  private static final int MOST_ATTEMPTS = 20;

  /**
   * A result that is that of no known test.
   *
   * @param file that has it
   * @param why half a sentence
   */
  public record Unmatched(String file, String name, Outcome outcome, String why) {

    /** {@code results.subunit: name (failed): why} */
    public String words() {
      return "%s: %s (%s): %s".formatted(file, name, outcome.word(), why);
    }
  }

  public ImportedResults {
    attempts = Collections.unmodifiableMap(new LinkedHashMap<>(attempts));
    attachments = Map.copyOf(attachments);
    unmatched = List.copyOf(unmatched);
  }

  /**
   * Matches the results of sources.
   *
   * @param claims by test, for those that have one
   */
  public static ImportedResults of(
      List<ForeignSource> sources, KnownTests known, Function<TestId, String> claims) {
    ForeignSecrets secrets = new ForeignSecrets();
    for (ForeignSource source : sources) {
      for (ForeignResult result : source.results()) {
        secrets.learn(result.reason());
        secrets.learn(result.attachments());
      }
    }
    Matching matching = new Matching(new NameMatcher(known), secrets, claims);
    sources.forEach(matching::add);
    return matching.results();
  }

  private static final class Matching {

    private final NameMatcher matcher;
    private final ForeignSecrets secrets;
    private final Function<TestId, String> claims;
    private final Map<TestId, Map<String, List<TestResult>>> variants = new TreeMap<>();
    private final Map<String, StringBuilder> attachments = new TreeMap<>();
    private final List<Unmatched> unmatched = new ArrayList<>();

    Matching(NameMatcher matcher, ForeignSecrets secrets, Function<TestId, String> claims) {
      this.matcher = matcher;
      this.secrets = secrets;
      this.claims = claims;
    }

    void add(ForeignSource source) {
      for (ForeignResult result : source.results()) {
        Match match = matcher.match(result.name());
        if (!match.fixture().isEmpty() && result.outcome() == Outcome.PASSED) {
          continue;
        }
        if (match.names().isEmpty()) {
          unmatched.add(
              new Unmatched(
                  secrets.line(source.file()),
                  secrets.line(result.name()),
                  result.outcome(),
                  match.why()));
        }
        ForeignResult clean = clean(result, match.fixture());
        match.names().forEach((id, name) -> add(id, name, clean, match));
        match.names().keySet().stream()
            .map(TestId::toString)
            .limit(match.fixture().isEmpty() ? 1 : 0)
            .findFirst()
            .or(() -> Optional.of(match.fixture()).filter(it -> !it.isEmpty()))
            .ifPresent(it -> attach(it, result));
      }
    }

    private void attach(String key, ForeignResult result) {
      if (!result.attachments().isEmpty()) {
        attachments
            .computeIfAbsent(key, it -> new StringBuilder())
            .append("= ")
            .append(secrets.line(result.name()))
            .append('\n')
            .append(secrets.text(result.attachments()));
      }
    }

    /** The result without secrets; of a class that cannot be set up, as that of its tests. */
    private ForeignResult clean(ForeignResult result, String fixture) {
      boolean blocks = !fixture.isEmpty() && result.outcome() != Outcome.SKIPPED;
      String before = fixture.isEmpty() ? "" : "setUpClass of " + fixture + ": ";
      return result.of(
          result.name(),
          blocks ? Outcome.BLOCKED : result.outcome(),
          result.reason().isEmpty() ? "" : secrets.line(before + result.reason()));
    }

    private void add(TestId id, String name, ForeignResult result, Match match) {
      String variant = match.fixture().isEmpty() ? NameMatcher.variant(result.name()) : name;
      variants
          .computeIfAbsent(id, it -> new LinkedHashMap<>())
          .computeIfAbsent(variant, it -> new ArrayList<>())
          .add(
              new TestResult(
                  id,
                  name,
                  claims.apply(id),
                  result.outcome(),
                  result.code(),
                  result.reason(),
                  result.started(),
                  result.took(),
                  Optional.empty()));
    }

    ImportedResults results() {
      Map<TestId, List<TestResult>> attempts = new LinkedHashMap<>();
      variants.forEach(
          (id, byName) ->
              attempts.put(
                  id,
                  byName.values().stream()
                      .map(Matching::attempts)
                      .min(Comparator.comparing(Matching::end, WORST))
                      .orElseThrow()));
      Map<String, String> texts = new TreeMap<>();
      attachments.forEach((key, it) -> texts.put(key, it.toString()));
      return new ImportedResults(attempts, texts, unmatched);
    }

    private static List<TestResult> attempts(List<TestResult> all) {
      List<TestResult> ran = all.stream().filter(it -> it.outcome() != Outcome.SKIPPED).toList();
      boolean ordered =
          ran.size() <= MOST_ATTEMPTS && ran.stream().allMatch(it -> it.started().isPresent());
      if (ran.isEmpty() || !ordered) {
        return List.of(Collections.min(all, WORST));
      }
      List<TestResult> attempts = new ArrayList<>();
      ran.stream()
          .sorted(Comparator.comparing(it -> it.started().orElseThrow()))
          .filter(it -> attempts.isEmpty() || !bothPassed(attempts.get(attempts.size() - 1), it))
          .forEachOrdered(attempts::add);
      return attempts;
    }

    /** A pass that follows a pass is none that came late. */
    private static boolean bothPassed(TestResult before, TestResult after) {
      return before.outcome() == Outcome.PASSED && after.outcome() == Outcome.PASSED;
    }

    private static TestResult end(List<TestResult> attempts) {
      return attempts.stream().reduce(TestResult::retried).orElseThrow();
    }
  }
}
