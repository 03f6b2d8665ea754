package org.defcore.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.defcore.guideline.TestId;
import org.defcore.result.RunRecord;
import org.defcore.result.TestResult;
import org.jdbi.v3.core.Handle;

/**
 * Neighbouring runs with their outcomes.
 *
 * @param first number of a run
 * @param last that of the last one
 */
record RunRange(int first, int last) {

  /** Words of rows that are in the store for ever, by number. */
  static final class Words {

    private final Map<Integer, NamedTest> tests = new HashMap<>();
    private final Map<Integer, String> codes = new HashMap<>();

    Words(Handle handle) {
      handle
          .createQuery("select id, uuid, name from test")
          .map(
              (row, context) ->
                  tests.put(
                      row.getInt(1),
                      new NamedTest(new TestId(row.getObject(2, UUID.class)), row.getString(3))))
          .list();
      handle
          .createQuery("select id, word from code")
          .map((row, context) -> codes.put(row.getInt(1), row.getString(2)))
          .list();
    }
  }

  private record NamedTest(TestId id, String name) {}

  /** Reads the runs of the range that there are. */
  List<ScoredRun> runs(Handle handle, Words words) {
    return handle
        .createQuery(
            "select r.id, r.name, r.harness, c.name, c.auth_url, c.region, r.simulated, r.partial,"
                + " r.started, r.finished, r.facts, r.declaration,"
                + " o.tests, o.outcomes, o.millis, o.codes, o.bypassing"
                + " from run r join cloud c on c.id = r.cloud join outcomes o on o.run = r.id"
                + " where r.id between :first and :last order by r.id")
        .bind("first", first)
        .bind("last", last)
        .map((row, context) -> run(row, results(row, words)))
        .list();
  }

  private static List<TestResult> results(ResultSet row, Words words) throws SQLException {
    int[] tests = NumberArray.read(row, "tests");
    int[] outcomes = NumberArray.read(row, "outcomes");
    int[] millis = NumberArray.read(row, "millis");
    int[] codes = NumberArray.read(row, "codes");
    int[] bypassing = NumberArray.read(row, "bypassing");
    List<TestResult> results = new ArrayList<>(tests.length);
    for (int i = 0; i < tests.length; i++) {
      NamedTest test = Objects.requireNonNull(words.tests.get(tests[i]));
      Duration took = Duration.ofMillis(millis[i]);
      String code = words.codes.getOrDefault(codes[i], "");
      TestResult result = result(test, outcomes[i], code, took);
      results.add(
          bypassing[i] == 0
              ? result
              : result.with(List.of(), Optional.of(result(test, bypassing[i], code, took))));
    }
    return results;
  }

  private static TestResult result(NamedTest test, int outcome, String code, Duration took) {
    return new TestResult(
        test.id(),
        test.name(),
        "",
        OutcomeNumbers.outcome(outcome),
        code,
        "",
        Optional.empty(),
        took,
        Optional.empty());
  }

  private static ScoredRun run(ResultSet row, List<TestResult> results) throws SQLException {
    RunFacts facts = RunFacts.read(row.getString(11));
    RunRecord record =
        new RunRecord(
            row.getString(2),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getString(6),
            row.getBoolean(7),
            row.getString(8),
            RunQueries.time(row, "started").orElseThrow(),
            RunQueries.time(row, "finished"),
            facts.deviations(),
            List.of(),
            results,
            facts.remarks().stream().map(RunFacts.RunRemark::remark).toList(),
            facts.integrity());
    return new ScoredRun(row.getInt(1), record, Optional.ofNullable(row.getString(12)));
  }
}
