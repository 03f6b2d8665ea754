package org.defcore.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.defcore.guideline.TestId;
import org.defcore.result.Outcome;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Questions over all runs of a cloud, and over all clouds. */
final class CloudQueries {

  private static final List<Integer> TROUBLE =
      Stream.of(Outcome.FAILED, Outcome.FLAKY, Outcome.BLOCKED, Outcome.ERROR)
          .map(OutcomeNumbers::of)
          .toList();

  /** Number and test, name and outcome of a run of these clouds. */
  private static final String OUTCOMES =
      "select o.run, t.uuid, t.name, o.outcome from outcome o"
          + " join run r on r.id = o.run join test t on t.id = o.test"
          + " where r.cloud in (<clouds>)";

  private static final String OUTCOMES_OF_RUNS =
      "select o.run, t.uuid, t.name, o.outcome from outcome o join test t on t.id = o.test"
          + " where o.run in (<runs>)";

  private static final String TROUBLED =
      " and o.test in (select f.test from outcome f join run q on q.id = f.run"
          + " where q.cloud in (<clouds>) and f.outcome in (<trouble>))";

  private static final String IN_ORDER = " order by t.name, t.uuid, r.started, r.id";

  /** Of each cloud that is no simulated one, the newest whole run, or else the newest one. */
  private static final String NEWEST =
      "select id from (select id, row_number() over (partition by cloud order by"
          + " case when partial = '' and finished is not null then 0 else 1 end,"
          + " started desc, id desc) place from run where not simulated) latest where place = 1";

  /** A query with this many numbers is planned well by both databases. */
  static final int CHUNK = 200;

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
        handle ->
            new CloudRuns(
                clouds.stream().map(Known::cloud).reduce(StoredCloud::with).orElseThrow(),
                RunQueries.ofClouds(handle, ids),
                counts(handle, ids),
                outcomes(handle, ids, tests)));
  }

  private static Map<Integer, Map<Outcome, Integer>> counts(Handle handle, List<Integer> clouds) {
    Map<Integer, Map<Outcome, Integer>> counts = new HashMap<>();
    handle
        .createQuery(
            "select o.run, o.outcome, count(*) n from outcome o join run r on r.id = o.run"
                + " where r.cloud in (<clouds>) group by o.run, o.outcome")
        .bindList("clouds", clouds)
        .map(
            (row, context) ->
                counts
                    .computeIfAbsent(row.getInt(1), it -> new EnumMap<>(Outcome.class))
                    .put(OutcomeNumbers.outcome(row.getInt(2)), row.getInt(3)))
        .list();
    return counts;
  }

  private static List<RunOutcome> outcomes(
      Handle handle, List<Integer> clouds, CloudRuns.Tests tests) {
    Query query =
        switch (tests) {
          case ALL -> handle.createQuery(OUTCOMES + IN_ORDER);
          case TROUBLED ->
              handle.createQuery(OUTCOMES + TROUBLED + IN_ORDER).bindList("trouble", TROUBLE);
        };
    List<RunOutcome> outcomes = new ArrayList<>();
    each(query.bindList("clouds", clouds), outcomes::add);
    return outcomes;
  }

  private static void each(Query query, Consumer<RunOutcome> consumer) {
    query
        .setFetchSize(10_000)
        .map(
            (row, context) ->
                new RunOutcome(
                    row.getInt(1),
                    new TestId(row.getObject(2, UUID.class)),
                    row.getString(3),
                    OutcomeNumbers.outcome(row.getInt(4))))
        .forEach(consumer);
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
    jdbi.useTransaction(
        handle ->
            chunks(
                runs.stream().map(RunRow::id).toList(),
                it -> each(handle.createQuery(OUTCOMES_OF_RUNS).bindList("runs", it), consumer)));
  }

  private static void chunks(List<Integer> all, Consumer<List<Integer>> each) {
    for (int from = 0; from < all.size(); from += CHUNK) {
      each.accept(all.subList(from, Math.min(all.size(), from + CHUNK)));
    }
  }
}
