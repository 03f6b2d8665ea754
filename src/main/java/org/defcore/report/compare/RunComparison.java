package org.defcore.report.compare;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.defcore.capability.Basis;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Status;
import org.defcore.guideline.Target;
import org.defcore.policy.Mark;
import org.defcore.report.run.ReportModel;
import org.defcore.report.run.ServiceRow;
import org.defcore.report.run.Tally;
import org.defcore.report.run.TestReport;
import org.defcore.result.Outcome;
import org.defcore.result.RunRecord;
import org.defcore.verdict.Column;

/**
 * Two to ten runs side by side, each scored for the same target of the same guideline.
 *
 * @param mark the view that decides the mark
 * @param clouds in the order asked for; every row has a cell for each of them, in this order
 * @param verdicts a row for each view
 * @param capabilities of the target by status, then in the guideline's order
 * @param tests whose outcomes differ: the opposed first, then those that count, then by name
 * @param agreements how many tests have the same outcome everywhere, by outcome
 * @param askedOfSome how many tests the guidelines of some runs do not have; these do not differ
 *     for it
 * @param declared what the vendors declare, as far as anybody gave it
 */
public record RunComparison(
    Guideline guideline,
    Target target,
    Mark mark,
    List<Cloud> clouds,
    List<View> verdicts,
    List<CapabilityRow> capabilities,
    List<TestRow> tests,
    List<Agreement> agreements,
    int askedOfSome,
    Observed observed,
    List<DeclaredRow> declared) {

  public static final int FEWEST = 2;
  public static final int MOST = 10;

  /** Kind of difference between the outcomes of one test. */
  public enum Difference {
    /** One cloud passes it and another fails it. */
    OPPOSED,
    /** Some cloud neither passes nor fails it. */
    UNSETTLED
  }

  /**
   * One of the runs.
   *
   * @param label the cloud's name, with its endpoint where two runs are of clouds of one name
   * @param times of the tests that this run started
   * @param common of those that every run started
   * @param services the required tests by service
   */
  public record Cloud(
      String label, RunRecord run, TestTimes times, TestTimes common, List<ServiceRow> services) {

    public Cloud {
      services = List.copyOf(services);
    }
  }

  /**
   * One view of the target, by the mark that it would decide.
   *
   * @param bypassing the same where extra attributes are bypassed, absent for a run that saw some
   *     and did not; empty if no run bypassed any
   */
  public record View(Mark view, List<Column> columns, List<Optional<Column>> bypassing) {

    public View {
      columns = List.copyOf(columns);
      bypassing = List.copyOf(bypassing);
    }

    public String name() {
      return switch (view) {
        case FULL -> "full";
        case API_CONTRACT -> "API contract";
      };
    }

    List<String> words() {
      return columns.stream().map(Column::text).toList();
    }
  }

  /** A capability of the target and how each cloud did. */
  public record CapabilityRow(String name, String description, Status status, List<Tally> tallies) {

    public CapabilityRow {
      tallies = List.copyOf(tallies);
    }

    /** Returns whether the clouds that were asked for it differ. */
    public boolean differs() {
      return tallies.stream().filter(it -> !it.isNothing()).distinct().count() > 1;
    }

    /** Returns whether some cloud fails it and another does not. */
    boolean failsOnSome() {
      long failing = tallies.stream().filter(it -> it.worst() == Outcome.FAILED).count();
      return failing > 0 && failing < tallies.size();
    }
  }

  /**
   * A test that does not end the same everywhere.
   *
   * @param key its id, or its name if nothing gives it an id
   * @param basis absent if the catalogue does not know the test
   * @param counted whether the verdict counts it
   */
  public record TestRow(
      String key,
      String name,
      String headline,
      Optional<Basis> basis,
      String basisReason,
      boolean counted,
      List<String> capabilities,
      List<TestCell> cells) {

    public TestRow {
      capabilities = List.copyOf(capabilities);
      cells = List.copyOf(cells);
    }

    public Difference difference() {
      List<Outcome> outcomes = cells.stream().flatMap(it -> it.outcome().stream()).toList();
      return outcomes.contains(Outcome.PASSED) && outcomes.contains(Outcome.FAILED)
          ? Difference.OPPOSED
          : Difference.UNSETTLED;
    }
  }

  /**
   * Result of a test on one cloud.
   *
   * @param outcome absent if the guideline of the run does not have the test
   * @param exchange the one that broke it, in one line; empty where none did
   */
  public record TestCell(
      Optional<Outcome> outcome, String code, String reason, String exchange, Duration took) {

    static final TestCell NOT_ASKED =
        new TestCell(Optional.empty(), "", "not in the guideline of the run", "", Duration.ZERO);

    /** The reason, with the exchange unless it names the call itself; empty when passed. */
    public String why() {
      String method = exchange.substring(0, exchange.indexOf(' ') + 1);
      if (exchange.isEmpty() || reason.startsWith(method)) {
        return reason;
      }
      return reason.isEmpty() ? exchange : reason + " (" + exchange + ")";
    }
  }

  /** Number of tests that have that outcome everywhere. */
  public record Agreement(Outcome outcome, int tests) {}

  /**
   * Facts that the runs observed.
   *
   * @param differing facts that are not the same everywhere, by name, as are the others
   * @param same facts that every run saw alike
   * @param own ids, which differ by nature
   */
  public record Observed(List<FactRow> differing, List<FactRow> same, List<FactRow> own) {

    public Observed {
      differing = List.copyOf(differing);
      same = List.copyOf(same);
      own = List.copyOf(own);
    }
  }

  /**
   * One fact.
   *
   * @param values empty where a run did not see it
   */
  public record FactRow(String name, List<String> values) {

    public FactRow {
      values = List.copyOf(values);
    }
  }

  /**
   * Something that vendors declare.
   *
   * @param values one a cloud; empty where nothing is declared
   */
  public record DeclaredRow(String what, List<String> values) {

    public DeclaredRow {
      values = List.copyOf(values);
    }
  }

  public RunComparison {
    clouds = List.copyOf(clouds);
    verdicts = List.copyOf(verdicts);
    capabilities = List.copyOf(capabilities);
    tests = List.copyOf(tests);
    agreements = List.copyOf(agreements);
    declared = List.copyOf(declared);
  }

  /**
   * Sets runs side by side.
   *
   * @param reports each with a verdict on the same target of the same guideline as its first
   * @param declared rows with a value for each report
   * @throws IllegalArgumentException if there are too few or too many, or they do not fit together
   */
  public static RunComparison of(List<ReportModel> reports, List<DeclaredRow> declared) {
    return of(reports, Collections.nCopies(reports.size(), test -> true), declared);
  }

  /**
   * The same for runs of different guidelines.
   *
   * @param asked for each report, whether the guideline of its run has a test
   */
  public static RunComparison of(
      List<ReportModel> reports,
      List<? extends Predicate<TestReport>> asked,
      List<DeclaredRow> declared) {
    return new RunComparer(reports, asked).comparison(declared);
  }

  /** Returns whether all verdicts and all outcomes are the same everywhere. */
  public boolean alike() {
    return tests.isEmpty() && verdicts.stream().allMatch(it -> oneOf(it.words()));
  }

  private static boolean oneOf(Collection<?> values) {
    return values.stream().distinct().count() <= 1;
  }

  /** The capabilities that differ, first those that fail on some clouds only. */
  public List<CapabilityRow> differing() {
    return capabilities.stream()
        .filter(CapabilityRow::differs)
        .sorted(Comparator.comparing(CapabilityRow::failsOnSome).reversed())
        .toList();
  }

  /** The tests that differ in this way, grouped by equal cells, in the order of their first. */
  public List<TestGroup> groups(Difference difference) {
    return TestGroup.of(tests.stream().filter(it -> it.difference() == difference).toList());
  }

  /** The tests that only a partial run makes different. */
  public LeftOut leftOut() {
    return new LeftOut(this);
  }

  /** The view that decides the mark. */
  View marked() {
    return verdicts.stream().filter(it -> it.view() == mark).findFirst().orElseThrow();
  }

  /** The result in two sentences. */
  public List<String> sentences() {
    return List.of(ComparisonSentence.verdicts(this), ComparisonSentence.tests(this));
  }
}
