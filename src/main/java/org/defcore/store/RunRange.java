package org.defcore.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.defcore.guideline.TestId;
import org.defcore.result.Outcome;
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
    Map<Integer, List<TestResult>> results = new HashMap<>();
    handle
        .createQuery(
            "select run, test, millis, outcome, code, bypassing from outcome"
                + " where run between :first and :last")
        .bind("first", first)
        .bind("last", last)
        .map(
            (row, context) ->
                results
                    .computeIfAbsent(row.getInt(1), it -> new ArrayList<>())
                    .add(result(row, words)))
        .list();
    return handle
        .createQuery(
            "select r.id, r.name, r.harness, c.name, c.auth_url, c.region, r.simulated, r.partial,"
                + " r.started, r.finished, r.facts, r.declaration"
                + " from run r join cloud c on c.id = r.cloud"
                + " where r.id between :first and :last order by r.id")
        .bind("first", first)
        .bind("last", last)
        .map((row, context) -> run(row, results.getOrDefault(row.getInt(1), List.of())))
        .list();
  }

  private static TestResult result(ResultSet row, Words words) throws SQLException {
    NamedTest test = Optional.ofNullable(words.tests.get(row.getInt(2))).orElseThrow();
    Duration took = Duration.ofMillis(row.getInt(3));
    String code = words.codes.getOrDefault(row.getInt(5), "");
    TestResult result = result(test, OutcomeNumbers.outcome(row.getInt(4)), code, took);
    int bypassing = row.getInt(6);
    return bypassing == 0
        ? result
        : result.with(
            List.of(), Optional.of(result(test, OutcomeNumbers.outcome(bypassing), code, took)));
  }

  private static TestResult result(NamedTest test, Outcome outcome, String code, Duration took) {
    return new TestResult(
        test.id(), test.name(), "", outcome, code, "", Optional.empty(), took, Optional.empty());
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
