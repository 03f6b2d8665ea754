package org.defcore.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.defcore.result.Outcome;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Reads the rows of runs. */
final class RunQueries {

  private static final String COLUMNS =
      "select r.id, r.bundle, r.name, c.vendor, c.product, c.name cloud, c.auth_url, c.region,"
          + " g.name guideline, g.hash, r.kind, r.version, r.openstack, r.harness, r.simulated,"
          + " r.partial, r.started, r.finished, r.added, v.target, v.status, v.full_status,"
          + " v.contract_status, v.asterisk";

  private static final String TABLES =
      " from run r"
          + " join cloud c on c.id = r.cloud"
          + " join guideline g on g.id = r.guideline"
          + " join verdict v on v.run = r.id and v.target = r.target";

  private static final String RUNS = COLUMNS + TABLES;

  private final Jdbi jdbi;

  RunQueries(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The runs that fit, by cloud and time. */
  List<RunRow> runs(RunFilter filter) {
    Map<String, String> values = new LinkedHashMap<>();
    List<String> conditions = new ArrayList<>();
    condition(filter.vendor(), "c.vendor = :vendor", "vendor", conditions, values);
    condition(filter.product(), "c.product = :product", "product", conditions, values);
    condition(
        filter.cloud(), "(c.name = :cloud or c.product = :cloud)", "cloud", conditions, values);
    condition(
        filter.release(),
        "(r.version = :release or r.openstack = :release)",
        "release",
        conditions,
        values);
    condition(filter.kind(), "r.kind = :kind", "kind", conditions, values);
    condition(filter.guideline(), "g.name = :guideline", "guideline", conditions, values);
    condition(filter.verdict(), "v.status = :verdict", "verdict", conditions, values);
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    RUNS + where + " order by c.vendor, c.product, c.name, c.id, r.started, r.id")
                .bindMap(values)
                .map((row, context) -> run(row))
                .list());
  }

  private static void condition(
      Optional<String> wanted,
      String condition,
      String key,
      List<String> conditions,
      Map<String, String> values) {
    wanted.ifPresent(
        it -> {
          conditions.add(condition);
          values.put(key, it);
        });
  }

  /** The runs of clouds, by time. */
  static List<RunRow> ofClouds(Handle handle, List<Integer> clouds) {
    return handle
        .createQuery(RUNS + " where r.cloud in (<clouds>) order by r.started, r.id")
        .bindList("clouds", clouds)
        .map((row, context) -> run(row))
        .list();
  }

  /** The runs of these numbers. */
  static List<RunRow> ofNumbers(Handle handle, List<Integer> runs) {
    return handle
        .createQuery(RUNS + " where r.id in (<runs>) order by r.id")
        .bindList("runs", runs)
        .map((row, context) -> run(row))
        .list();
  }

  /** The runs of that id, or whose bundle begins so. */
  List<RunRow> named(String name) {
    return jdbi.withHandle(handle -> named(handle, name));
  }

  private static List<RunRow> named(Handle handle, String name) {
    boolean hash = name.matches("[0-9a-f]{8,64}");
    Query query =
        handle
            .createQuery(RUNS + " where r.name = :name" + (hash ? " or r.bundle like :hash" : ""))
            .bind("name", name);
    return (hash ? query.bind("hash", name + "%") : query).map((row, context) -> run(row)).list();
  }

  List<StoredVerdict> verdicts(RunRow run) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from verdict where run = :run order by target")
                .bind("run", run.id())
                .map((row, context) -> verdict(row, ""))
                .list());
  }

  Map<Outcome, Integer> outcomes(RunRow run) {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    jdbi.useHandle(
        handle ->
            handle
                .createQuery("select outcomes from outcomes where run = :run")
                .bind("run", run.id())
                .map((row, context) -> NumberArray.read(row, "outcomes"))
                .forEach(
                    numbers -> {
                      for (int number : numbers) {
                        counts.merge(OutcomeNumbers.outcome(number), 1, Integer::sum);
                      }
                    }));
    return counts;
  }

  /** Gives each run with a verdict of that rescoring, one at a time. */
  static void changes(Jdbi jdbi, int rescoring, Consumer<Rescoring.Change> each) {
    jdbi.useTransaction(
        handle ->
            handle
                .createQuery(
                    COLUMNS
                        + ", s.target s_target, s.status s_status, s.full_status s_full_status,"
                        + " s.contract_status s_contract_status, s.asterisk s_asterisk,"
                        + " b.target b_target, b.status b_status, b.full_status b_full_status,"
                        + " b.contract_status b_contract_status, b.asterisk b_asterisk"
                        + TABLES
                        + " join rescored s on s.run = r.id and s.rescoring = :rescoring"
                        + " left join verdict b on b.run = r.id and b.target = s.target"
                        + " order by r.id, s.target")
                .bind("rescoring", rescoring)
                .setFetchSize(1000)
                .map(
                    (row, context) ->
                        new Rescoring.Change(
                            run(row),
                            row.getString("b_target") == null
                                ? Optional.empty()
                                : Optional.of(verdict(row, "b_")),
                            verdict(row, "s_")))
                .forEach(each));
  }

  private static RunRow run(ResultSet row) throws SQLException {
    return new RunRow(
        row.getInt("id"),
        row.getString("bundle"),
        row.getString("name"),
        cloud(row, "cloud"),
        row.getString("guideline"),
        row.getString("hash"),
        row.getString("kind"),
        row.getString("version"),
        row.getString("openstack"),
        row.getString("harness"),
        row.getBoolean("simulated"),
        row.getString("partial"),
        time(row, "started").orElseThrow(),
        time(row, "finished"),
        time(row, "added").orElseThrow(),
        verdict(row, ""));
  }

  /**
   * @param name column of its name
   */
  static StoredCloud cloud(ResultSet row, String name) throws SQLException {
    return new StoredCloud(
        row.getString("vendor"),
        row.getString("product"),
        row.getString(name),
        row.getString("auth_url"),
        row.getString("region"));
  }

  private static StoredVerdict verdict(ResultSet row, String prefix) throws SQLException {
    return new StoredVerdict(
        row.getString(prefix + "target"),
        row.getString(prefix + "status"),
        row.getString(prefix + "full_status"),
        row.getString(prefix + "contract_status"),
        row.getBoolean(prefix + "asterisk"));
  }

  static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
