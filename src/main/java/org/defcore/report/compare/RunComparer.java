package org.defcore.report.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.defcore.http.message.Exchange;
import org.defcore.policy.Mark;
import org.defcore.report.compare.RunComparison.Agreement;
import org.defcore.report.compare.RunComparison.CapabilityRow;
import org.defcore.report.compare.RunComparison.Cloud;
import org.defcore.report.compare.RunComparison.DeclaredRow;
import org.defcore.report.compare.RunComparison.TestCell;
import org.defcore.report.compare.RunComparison.TestRow;
import org.defcore.report.compare.RunComparison.View;
import org.defcore.report.run.ReportModel;
import org.defcore.report.run.ServiceRow;
import org.defcore.report.run.Tally;
import org.defcore.report.run.TestReport;
import org.defcore.result.Outcome;
import org.defcore.verdict.Column;
import org.defcore.verdict.ScoredCapability;
import org.defcore.verdict.TestLine;
import org.defcore.verdict.Verdict;

/** Makes a comparison of reports. */
final class RunComparer {

  private final List<ReportModel> reports;
  private final List<? extends Predicate<TestReport>> asked;
  private final Verdict first;
  private final List<Map<String, TestReport>> tests;

  /**
   * @param asked whether the guideline of each run has a test
   */
  RunComparer(List<ReportModel> reports, List<? extends Predicate<TestReport>> asked) {
    if (reports.size() < RunComparison.FEWEST || reports.size() > RunComparison.MOST) {
      throw new IllegalArgumentException(
          "comparison: expected %d to %d runs but found %d"
              .formatted(RunComparison.FEWEST, RunComparison.MOST, reports.size()));
    }
    this.reports = List.copyOf(reports);
    this.asked = List.copyOf(asked);
    this.first = verdict(reports.get(0));
    String expected = about(reports.get(0));
    for (ReportModel report : reports) {
      if (!about(report).equals(expected)) {
        throw new IllegalArgumentException(
            "comparison: expected runs that are all scored for %s but found %s of run %s"
                .formatted(expected, about(report), report.run().runId()));
      }
    }
    this.tests = reports.stream().map(ReportModel::byKey).toList();
  }

  private static Verdict verdict(ReportModel report) {
    return report.verdicts().get(0);
  }

  private static String about(ReportModel report) {
    Verdict verdict = verdict(report);
    return "%s of %s (%s) by policy %s"
        .formatted(
            verdict.target().key(),
            verdict.guideline().id(),
            verdict.guideline().contentHash(),
            report.terms().policy().contentHash());
  }

  RunComparison comparison(List<DeclaredRow> declared) {
    for (DeclaredRow row : declared) {
      if (row.values().size() != reports.size()) {
        throw new IllegalArgumentException(
            "comparison: expected %d values of \"%s\" but found %d"
                .formatted(reports.size(), row.what(), row.values().size()));
      }
    }
    return new RunComparison(
        first.guideline(),
        first.target(),
        first.mark(),
        clouds(),
        List.of(view(Mark.FULL, Verdict::full), view(Mark.API_CONTRACT, Verdict::apiContract)),
        capabilities(),
        differing(),
        agreements(),
        (int) keys().filter(it -> !isAskedOfAll(it)).count(),
        ObservedRows.of(each(it -> it.run().observation())),
        declared);
  }

  private View view(Mark mark, Function<Verdict, Column> column) {
    boolean bypassed = reports.stream().anyMatch(it -> verdict(it).bypassing().isPresent());
    return new View(
        mark,
        each(it -> column.apply(verdict(it))),
        bypassed ? each(it -> bypassing(it).map(column)) : List.of());
  }

  /** A run without extra attributes has one view. */
  private static Optional<Verdict> bypassing(ReportModel report) {
    return verdict(report)
        .bypassing()
        .or(
            () ->
                report.run().results().stream().allMatch(it -> it.extras().isEmpty())
                    ? Optional.of(verdict(report))
                    : Optional.empty());
  }

  private <T> List<T> each(Function<ReportModel, T> part) {
    return reports.stream().map(part).toList();
  }

  private List<Cloud> clouds() {
    List<String> labels = CloudLabels.of(each(ReportModel::run));
    Set<String> startedByAll = new HashSet<>(tests.get(0).keySet());
    tests.forEach(
        byKey ->
            startedByAll.removeIf(
                key -> Optional.ofNullable(byKey.get(key)).flatMap(TestReport::started).isEmpty()));
    List<Cloud> clouds = new ArrayList<>();
    for (ReportModel report : reports) {
      clouds.add(
          new Cloud(
              labels.get(clouds.size()),
              report.run(),
              TestTimes.of(report.tests()),
              TestTimes.of(
                  report.tests().stream().filter(it -> startedByAll.contains(it.key())).toList()),
              ServiceRow.of(report)));
    }
    return clouds;
  }

  private List<CapabilityRow> capabilities() {
    List<CapabilityRow> rows = new ArrayList<>();
    for (int i = 0; i < first.capabilities().size(); i++) {
      int at = i;
      ScoredCapability capability = first.capabilities().get(i);
      rows.add(
          new CapabilityRow(
              capability.name(),
              capability.description(),
              capability.status(),
              IntStream.range(0, reports.size())
                  .mapToObj(
                      run ->
                          Tally.of(
                              verdict(reports.get(run)).capabilities().get(at),
                              test -> isAskedOf(run, test.key())))
                  .toList()));
    }
    return rows;
  }

  private List<TestRow> differing() {
    Set<String> counted = first.counted().stream().map(TestLine::key).collect(Collectors.toSet());
    return keys()
        .filter(it -> outcomes(it).size() > 1)
        .map(it -> row(it, counted.contains(it)))
        .sorted(
            Comparator.comparing(TestRow::difference)
                .thenComparing(TestRow::counted, Comparator.reverseOrder())
                .thenComparing(TestRow::name)
                .thenComparing(TestRow::key))
        .toList();
  }

  private List<Agreement> agreements() {
    List<Outcome> everywhere =
        keys()
            .filter(this::isAskedOfAll)
            .map(this::outcomes)
            .filter(it -> it.size() == 1)
            .map(it -> it.iterator().next())
            .toList();
    return Arrays.stream(Outcome.values())
        .filter(everywhere::contains)
        .map(it -> new Agreement(it, (int) everywhere.stream().filter(it::equals).count()))
        .toList();
  }

  private Stream<String> keys() {
    return tests.stream().map(Map::keySet).flatMap(Collection::stream).distinct().sorted();
  }

  private Set<Outcome> outcomes(String key) {
    return cells(key).stream()
        .flatMap(it -> it.outcome().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean isAskedOfAll(String key) {
    return cells(key).stream().allMatch(it -> it.outcome().isPresent());
  }

  /** Returns whether a run has a result of a test, or its guideline asks for one. */
  private boolean isAskedOf(int run, String key) {
    Optional<TestReport> own = Optional.ofNullable(tests.get(run).get(key));
    return own.filter(it -> !it.reason().equals(TestLine.NO_RESULT)).isPresent()
        || known(key).stream().anyMatch(asked.get(run));
  }

  private List<TestReport> known(String key) {
    return tests.stream().flatMap(it -> Stream.ofNullable(it.get(key))).toList();
  }

  private TestRow row(String key, boolean counted) {
    List<TestReport> known = known(key);
    // A report without a result has no claim; one that has it tells what the test is about.
    TestReport telling =
        known.stream().filter(it -> !it.claim().isEmpty()).findFirst().orElse(known.get(0));
    return new TestRow(
        key,
        telling.name(),
        telling.headline(),
        telling.basis(),
        telling.basisReason(),
        counted,
        telling.capabilities(),
        cells(key));
  }

  private List<TestCell> cells(String key) {
    return IntStream.range(0, tests.size()).mapToObj(it -> cell(it, key)).toList();
  }

  private TestCell cell(int run, String key) {
    if (!isAskedOf(run, key)) {
      return TestCell.NOT_ASKED;
    }
    return Optional.ofNullable(tests.get(run).get(key))
        .map(
            it ->
                new TestCell(
                    Optional.of(it.outcome()),
                    it.code(),
                    it.reason(),
                    it.exchange().map(broken -> line(broken.exchange())).orElse(""),
                    it.took()))
        .orElseGet(
            () ->
                new TestCell(
                    Optional.of(Outcome.NOT_RUN), "", TestLine.NO_RESULT, "", Duration.ZERO));
  }

  private static String line(Exchange exchange) {
    String path = exchange.uri().replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*", "");
    String call = exchange.method() + " " + path;
    return exchange.error().isEmpty()
        ? call + ": answered " + exchange.status()
        : call + ": no answer: " + exchange.error();
  }
}
