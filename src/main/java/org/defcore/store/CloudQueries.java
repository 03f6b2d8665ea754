package org.defcore.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import org.defcore.guideline.TestId;
import org.defcore.result.Outcome;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Questions over all runs of a cloud, and over all clouds. */
final class CloudQueries {

  private static final Set<Outcome> TROUBLE =
      EnumSet.of(Outcome.FAILED, Outcome.FLAKY, Outcome.BLOCKED, Outcome.ERROR);

  /** Of each cloud that is no simulated one, the newest whole run, or else the newest one. */
  private static final String NEWEST =
      "select id from (select id, row_number() over (partition by cloud order by"
          + " case when partial = '' and finished is not null then 0 else 1 end,"
          + " started desc, id desc) place from run where not simulated) latest where place = 1";

  /** A query names no more runs than this. */
  static final int CHUNK = 500;

  private static final Comparator<RunOutcome> BY_TEST =
      Comparator.comparing(RunOutcome::name).thenComparing(RunOutcome::test);

  private static final Comparator<RunRow> WHOLE_AND_NEW =
      Comparator.comparing((RunRow it) -> it.partial().isEmpty() && it.finished().isPresent())
          .thenComparing(RunRow::started);

  private final Jdbi jdbi;

  CloudQueries(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A cloud with its number. */
  record Known(int id, StoredCloud cloud) {}

  /** The rows of clouds that go by a name: of their own, of the product, or of the endpoint. */
  List<Known> clouds(String name) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from cloud where name = :name or product = :name or auth_url = :name"
                        + " order by id")
                .bind("name", name)
                .map((row, context) -> new Known(row.getInt("id"), RunQueries.cloud(row, "name")))
                .list());
  }

  CloudRuns runs(List<Known> clouds, CloudRuns.Tests tests) {
    List<Integer> ids = clouds.stream().map(Known::id).toList();
    return jdbi.inTransaction(
        handle -> {
          List<RunRow> runs = RunQueries.ofClouds(handle, ids);
          Map<Integer, Map<Outcome, Integer>> counts = new HashMap<>();
          Map<TestId, List<RunOutcome>> outcomes = new HashMap<>();
          // One pass over the rows: several, each for a part, take longer.
          outcomes(
              handle,
              runs,
              it -> {
                counts
                    .computeIfAbsent(it.run(), run -> new EnumMap<>(Outcome.class))
                    .merge(it.outcome(), 1, Integer::sum);
                outcomes.computeIfAbsent(it.test(), test -> new ArrayList<>()).add(it);
              });
          return new CloudRuns(
              clouds.stream().map(Known::cloud).reduce(StoredCloud::with).orElseThrow(),
              runs,
              counts,
              shown(outcomes.values(), tests, runs));
        });
  }

  private static List<RunOutcome> shown(
      Collection<List<RunOutcome>> outcomes, CloudRuns.Tests tests, List<RunRow> runs) {
    Map<Integer, Integer> places = new HashMap<>();
    runs.forEach(it -> places.put(it.id(), places.size()));
    return outcomes.stream()
        .filter(
            it ->
                tests == CloudRuns.Tests.ALL
                    || it.stream().map(RunOutcome::outcome).anyMatch(TROUBLE::contains))
        .sorted(Comparator.comparing(it -> it.get(0), BY_TEST))
        .flatMap(
            it ->
                it.stream()
                    .sorted(Comparator.comparing(each -> places.getOrDefault(each.run(), 0))))
        .toList();
  }

  /** Gives each outcome of runs. */
  private static void outcomes(Handle handle, List<RunRow> runs, Consumer<RunOutcome> consumer) {
    Map<Integer, Named> tests = new HashMap<>();
    handle
        .createQuery("select id, uuid, name from test")
        .map(
            (row, context) ->
                tests.put(
                    row.getInt(1),
                    new Named(new TestId(row.getObject(2, UUID.class)), row.getString(3))))
        .list();
    chunks(
        runs.stream().map(RunRow::id).toList(),
        part ->
            handle
                .createQuery("select run, tests, outcomes from outcomes where run in (<runs>)")
                .bindList("runs", part)
                .scanResultSet(
                    (rows, context) -> {
                      ResultSet row = rows.get();
                      while (row.next()) {
                        outcomes(row, tests, consumer);
                      }
                      return part;
                    }));
  }

  private record Named(TestId id, String name) {}

  private static void outcomes(
      ResultSet row, Map<Integer, Named> names, Consumer<RunOutcome> consumer) throws SQLException {
    int run = row.getInt("run");
    int[] tests = NumberArray.read(row, "tests");
    int[] outcomes = NumberArray.read(row, "outcomes");
    for (int i = 0; i < tests.length; i++) {
      Named test = Objects.requireNonNull(names.get(tests[i]));
      consumer.accept(new RunOutcome(run, test.id, test.name, OutcomeNumbers.outcome(outcomes[i])));
    }
  }

  /** The run of each cloud by which it is judged. */
  List<RunRow> newest() {
    Map<StoredCloud, RunRow> newest = new HashMap<>();
    jdbi.useTransaction(
        handle ->
            chunks(
                handle.createQuery(NEWEST).mapTo(Integer.class).list(),
                it ->
                    RunQueries.ofNumbers(handle, it).forEach(run -> newest.put(run.cloud(), run))));
    // Imported runs know no endpoint: they are of the one cloud that is otherwise the same.
    List<StoredCloud> clouds = List.copyOf(newest.keySet());
    for (StoredCloud cloud : clouds) {
      List<StoredCloud> same =
          clouds.stream().filter(it -> !it.equals(cloud) && it.covers(cloud)).toList();
      if (same.size() == 1) {
        RunRow run = Objects.requireNonNull(newest.remove(cloud));
        newest.merge(same.get(0), run, BinaryOperator.maxBy(WHOLE_AND_NEW));
      }
    }
    return List.copyOf(newest.values());
  }

  /** Gives each outcome of these runs. */
  void outcomes(List<RunRow> runs, Consumer<RunOutcome> consumer) {
    jdbi.useTransaction(handle -> outcomes(handle, runs, consumer));
  }

  private static void chunks(List<Integer> all, Consumer<List<Integer>> each) {
    for (int from = 0; from < all.size(); from += CHUNK) {
      each.accept(all.subList(from, Math.min(all.size(), from + CHUNK)));
    }
  }
}
