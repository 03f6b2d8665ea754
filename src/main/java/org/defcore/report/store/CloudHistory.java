package org.defcore.report.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.guideline.TestId;
import org.defcore.report.Json;
import org.defcore.report.Rows;
import org.defcore.result.Outcome;

/**
 * The runs of one cloud over time, and what became of tests in them.
 *
 * @param cloud facts by name, those that are known
 * @param runs by time
 * @param tests those that are shown
 */
public record CloudHistory(Map<String, String> cloud, List<Run> runs, List<TestHistory> tests) {

  private static final String NEVER = "-";

  public CloudHistory {
    cloud = Collections.unmodifiableMap(new LinkedHashMap<>(cloud));
    runs = List.copyOf(runs);
    tests = List.copyOf(tests);
  }

  /**
   * A run.
   *
   * @param release of the product and of OpenStack, as declared
   * @param counts numbers of tests by outcome
   */
  public record Run(
      String id,
      Instant started,
      String release,
      String guideline,
      String verdict,
      Map<Outcome, Integer> counts) {

    public Run {
      counts = Map.copyOf(counts);
    }

    public int of(Standing standing) {
      return counts.entrySet().stream()
          .filter(it -> Standing.of(it.getKey()) == standing)
          .mapToInt(Map.Entry::getValue)
          .sum();
    }
  }

  /**
   * A test of a cloud.
   *
   * @param name upstream
   * @param outcomes by run; absent where the run did not have the test
   * @param course worked out of these
   */
  public record TestHistory(
      TestId id, String name, List<Optional<Outcome>> outcomes, Course course) {

    public TestHistory {
      outcomes = List.copyOf(outcomes);
    }

    /** The history that these outcomes make, one a run. */
    public static TestHistory of(
        TestId id, String name, List<Optional<Outcome>> outcomes, List<Run> runs) {
      return new TestHistory(id, name, outcomes, Course.of(outcomes, runs));
    }
  }

  /** Tables of the runs and of the tests. */
  public String text() {
    return runRows().text()
        + (tests.isEmpty()
            ? "every test that was run passed every time\n"
            : "\n" + testRows().text());
  }

  /** The same for programs. */
  public String json() {
    ObjectNode root = Json.object();
    ObjectNode facts = root.putObject("cloud");
    cloud.forEach(facts::put);
    root.set("runs", runRows().array());
    root.set("tests", testRows().array());
    return Json.text(root);
  }

  /** The tests for spreadsheets. */
  public String csv() {
    return testRows().csv();
  }

  private Rows runRows() {
    Rows rows =
        new Rows(
            "run",
            "started",
            "release",
            "guideline",
            "verdict",
            "passed",
            "flaky",
            "failed",
            "not_judged");
    for (Run run : runs) {
      rows.add(
          run.id(),
          run.started(),
          run.release(),
          run.guideline(),
          run.verdict(),
          run.of(Standing.PASSED),
          run.of(Standing.FLAKY),
          run.of(Standing.FAILED),
          run.of(Standing.NOT_JUDGED));
    }
    return rows;
  }

  private Rows testRows() {
    Rows rows =
        new Rows(
            "test", "id", "judged", "first_failed", "last", "last_judged", "changes", "flake_rate");
    for (TestHistory test : tests) {
      Course course = test.course();
      rows.add(
          test.name(),
          test.id(),
          course.judged(),
          course.firstFailed().map(Instant::toString).orElse(NEVER),
          course.last().word(),
          course.lastJudged().map(Outcome::word).orElse(NEVER),
          course.changes(),
          course.flakeRate());
    }
    return rows;
  }
}
