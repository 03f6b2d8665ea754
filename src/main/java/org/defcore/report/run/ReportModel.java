package org.defcore.report.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.defcore.capability.Basis;
import org.defcore.capability.CatalogueEntry;
import org.defcore.declaration.compare.ObservedRelease;
import org.defcore.guideline.TestId;
import org.defcore.http.message.Exchange;
import org.defcore.report.declaration.DeclaredConfiguration;
import org.defcore.report.run.TestReport.TriedBefore;
import org.defcore.result.Attempt;
import org.defcore.result.Outcome;
import org.defcore.result.RunRecord;
import org.defcore.result.TestResult;
import org.defcore.result.remark.Remark;
import org.defcore.verdict.ScoringTerms;
import org.defcore.verdict.TestLine;
import org.defcore.verdict.Verdict;

/**
 * Content of a report, the same in every format.
 *
 * @param terms what the verdicts were given by
 * @param declared absent if the run was made without a declaration
 * @param verdicts in the order asked for; the first is the one on page one
 * @param tests of the run and of all verdicts, each once, by name
 */
public record ReportModel(
    RunRecord run,
    ScoringTerms terms,
    Optional<DeclaredConfiguration> declared,
    List<Verdict> verdicts,
    List<TestReport> tests) {

  /** Stands on every report that no board has reviewed. */
  public static final String UNOFFICIAL =
      "Unofficial: no board has reviewed or accepted these results.";

  /** Recorded exchanges of tests. */
  public interface Evidence {

    /**
     * The exchanges of an attempt, in order, redacted; empty where none are kept.
     *
     * @param attempt from 1
     */
    List<Exchange> of(TestId test, int attempt);
  }

  public ReportModel {
    verdicts = List.copyOf(verdicts);
    tests = List.copyOf(tests);
  }

  /**
   * Gathers a report.
   *
   * @throws IllegalArgumentException if there is no verdict to report
   */
  public static ReportModel of(
      RunRecord run,
      ScoringTerms terms,
      List<Verdict> verdicts,
      List<CatalogueEntry> catalogue,
      Evidence evidence) {
    if (verdicts.isEmpty()) {
      throw new IllegalArgumentException(
          "report of run " + run.runId() + ": expected at least one verdict but found none");
    }
    return new ReportModel(
        run,
        terms,
        Optional.empty(),
        verdicts,
        new Gathering(catalogue, evidence).of(run, verdicts));
  }

  /** Vendor, product and version as declared; the name of the cloud if nothing is declared. */
  public String title() {
    return declared
        .map(it -> it.declaration().product().vendor() + ": " + subject())
        .orElse(run.cloud());
  }

  /** Product and version as declared; the name of the cloud if nothing is declared. */
  public String subject() {
    return declared
        .map(it -> it.declaration().product())
        .map(it -> it.name() + " " + it.version())
        .orElse(run.cloud());
  }

  /** The release of OpenStack by what the run saw of all services. */
  public ObservedRelease release() {
    return ObservedRelease.of(run.observation());
  }

  /** Sentences for page one that change no verdict. */
  public List<String> notices() {
    List<String> notices = new ArrayList<>(run.notices());
    notices.addAll(ReleaseNotices.of(verdicts.get(0).guideline(), release(), declared));
    return notices;
  }

  /** The number of remarks and of their kinds; empty if there are none. */
  public Optional<String> remarkWords() {
    return Remark.count(run.remarks());
  }

  /** The same with what the vendor declares. */
  public ReportModel withDeclared(Optional<DeclaredConfiguration> declaration) {
    return new ReportModel(run, terms, declaration, verdicts, tests);
  }

  /** Attributes of answers that the API does not have. */
  public List<ExtraAttributeRow> extraAttributes() {
    return ExtraAttributeRow.of(run);
  }

  /** The report of a test by {@link TestLine#key}; every line of every verdict has one. */
  public Map<String, TestReport> byKey() {
    return tests.stream().collect(Collectors.toMap(TestReport::key, Function.identity()));
  }

  private static final class Gathering {

    private final Map<TestId, CatalogueEntry> catalogue = new HashMap<>();
    private final Evidence evidence;
    private final Map<String, TreeSet<String>> capabilities = new HashMap<>();

    Gathering(List<CatalogueEntry> catalogue, Evidence evidence) {
      catalogue.forEach(it -> this.catalogue.put(it.id(), it));
      this.evidence = evidence;
    }

    List<TestReport> of(RunRecord run, List<Verdict> verdicts) {
      Map<String, TestLine> lines = new TreeMap<>();
      for (Verdict verdict : verdicts) {
        verdict
            .capabilities()
            .forEach(
                capability ->
                    capability
                        .tests()
                        .forEach(
                            line -> {
                              lines.merge(line.key(), line, Gathering::withResult);
                              capabilities
                                  .computeIfAbsent(line.key(), it -> new TreeSet<>())
                                  .add(capability.name());
                            }));
      }
      Map<String, TestReport> tests = new TreeMap<>();
      lines.values().forEach(it -> tests.put(it.key(), test(it)));
      run.results().forEach(it -> tests.computeIfAbsent(it.id().toString(), key -> test(key, it)));
      return tests.values().stream()
          .sorted(Comparator.comparing(TestReport::name).thenComparing(TestReport::key))
          .toList();
    }

    private static TestLine withResult(TestLine first, TestLine second) {
      return first.result().isPresent() ? first : second;
    }

    private TestReport test(TestLine line) {
      return line.result()
          .map(it -> test(line.key(), it))
          .orElseGet(
              () -> {
                Optional<CatalogueEntry> entry = line.id().map(catalogue::get);
                return new TestReport(
                    line.key(),
                    line.id(),
                    line.name(),
                    "",
                    entry.map(CatalogueEntry::title).orElse(""),
                    service(entry),
                    line.basis(),
                    entry.map(CatalogueEntry::reason).orElse(""),
                    Outcome.NOT_RUN,
                    "",
                    line.reason(),
                    Optional.empty(),
                    Duration.ZERO,
                    askedBy(line.key()),
                    Optional.empty(),
                    List.of(),
                    Optional.empty());
              });
    }

    private TestReport test(String key, TestResult result) {
      Optional<TestId> id = TestId.parse(key);
      Optional<CatalogueEntry> entry = id.map(catalogue::get);
      Optional<Basis> basis = entry.map(CatalogueEntry::basis);
      return new TestReport(
          key,
          id,
          result.name(),
          result.claim(),
          entry.map(CatalogueEntry::title).orElse(""),
          service(entry),
          basis,
          entry.map(CatalogueEntry::reason).orElse(""),
          result.outcome(),
          result.code(),
          result.reason(),
          result.started(),
          result.took(),
          askedBy(key),
          broken(result.id(), result.attempt(), result.exchange()),
          triedBefore(result),
          result.bypassing().map(TestResult::bypassedWords));
    }

    private static String service(Optional<CatalogueEntry> entry) {
      return entry.map(CatalogueEntry::service).orElse(TestReport.NO_SERVICE);
    }

    private List<TriedBefore> triedBefore(TestResult result) {
      List<TriedBefore> tried = new ArrayList<>();
      for (Attempt attempt : result.attempts()) {
        tried.add(
            new TriedBefore(attempt, broken(result.id(), tried.size() + 1, attempt.exchange())));
      }
      return tried;
    }

    private Optional<BrokenExchange> broken(TestId test, int attempt, Optional<Integer> position) {
      return position
          .filter(it -> it >= 0)
          .flatMap(it -> evidence.of(test, attempt).stream().skip(it).findFirst())
          .map(BrokenExchange::of);
    }

    private List<String> askedBy(String key) {
      return List.copyOf(capabilities.getOrDefault(key, new TreeSet<>()));
    }
  }
}
