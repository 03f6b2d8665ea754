package org.defcore.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.defcore.result.RunRecord;
import org.defcore.result.TestResult;
import org.defcore.verdict.Verdict;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;

/** Writes the rows of runs. */
final class RunWriter {

  private final Jdbi jdbi;
  private final Dictionary<UUID> tests;
  private final Dictionary<String> codes;
  private final Dictionary<String> clouds;
  private final Dictionary<String> guidelines;

  RunWriter(Jdbi jdbi) {
    this.jdbi = jdbi;
    this.tests = new Dictionary<>(() -> numbers("select uuid, id from test", UUID.class));
    this.codes = new Dictionary<>(() -> numbers("select word, id from code", String.class));
    this.clouds = new Dictionary<>(() -> numbers("select identity, id from cloud", String.class));
    this.guidelines =
        new Dictionary<>(() -> numbers("select hash, id from guideline", String.class));
  }

  private <K> Map<K, Integer> numbers(String query, Class<K> key) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(query)
                .map((row, context) -> Map.entry(row.getObject(1, key), row.getInt(2)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** Numbers of the rows that a run names. */
  record Numbers(int cloud, int guideline, Map<UUID, Integer> tests, Map<String, Integer> codes) {

    int test(TestResult result) {
      return Objects.requireNonNull(tests.get(result.id().value()));
    }
  }

  /** Commits the rows that a run names, where they are not there yet. */
  Numbers numbers(NewRun run) {
    Map<UUID, String> names =
        run.record().results().stream()
            .collect(Collectors.toMap(it -> it.id().value(), TestResult::name));
    Set<String> words =
        run.record().results().stream()
            .map(TestResult::code)
            .filter(it -> !it.isEmpty())
            .collect(Collectors.toSet());
    String guideline = run.guideline().contentHash();
    return new Numbers(
        clouds.number(run.cloud().identity(), () -> insertCloud(run.cloud())),
        guidelines.number(
            guideline,
            () ->
                insert(
                    "insert into guideline (hash, name) values (?, ?) on conflict do nothing",
                    Map.of(guideline, run.guideline().id()))),
        tests.numbers(
            names.keySet(),
            missing ->
                insert(
                    "insert into test (uuid, name) values (?, ?) on conflict do nothing",
                    missing.stream().collect(Collectors.toMap(it -> it, names::get)))),
        codes.numbers(
            words,
            missing ->
                missing.forEach(
                    it ->
                        jdbi.useHandle(
                            handle ->
                                handle.execute(
                                    "insert into code (word) values (?) on conflict do nothing",
                                    it)))));
  }

  private void insertCloud(StoredCloud cloud) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "insert into cloud (identity, vendor, product, name, auth_url, region)"
                    + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                cloud.identity(),
                cloud.vendor(),
                cloud.product(),
                cloud.name(),
                cloud.authUrl(),
                cloud.region()));
  }

  private <K> void insert(String statement, Map<K, String> rows) {
    jdbi.useTransaction(
        handle -> {
          PreparedBatch batch = handle.prepareBatch(statement);
          rows.forEach((key, value) -> batch.bind(0, key).bind(1, value).add());
          batch.execute();
        });
  }

  /** Adds the rows of a run; adds nothing and returns false if the run is there. */
  static boolean insert(Handle handle, String bundle, NewRun run, Numbers numbers) {
    RunRecord record = run.record();
    try (Update update =
        handle.createUpdate(
            "insert into run (bundle, name, cloud, guideline, target, kind, version, openstack,"
                + " harness, simulated, partial, started, finished, added, declaration, facts)"
                + " values (:bundle, :name, :cloud, :guideline, :target, :kind, :version,"
                + " :openstack, :harness, :simulated, :partial, :started, :finished, :added,"
                + " :declaration, :facts) on conflict do nothing")) {
      int added =
          update
              .bind("bundle", bundle)
              .bind("name", record.runId())
              .bind("cloud", numbers.cloud())
              .bind("guideline", numbers.guideline())
              .bind("target", run.target())
              .bind("kind", run.kind())
              .bind("version", run.version())
              .bind("openstack", run.openstack())
              .bind("harness", record.harness())
              .bind("simulated", record.simulated())
              .bind("partial", record.partial())
              .bind("started", time(record.started()))
              .bind("finished", record.finished().map(RunWriter::time))
              .bind("added", time(run.added()))
              .bind("declaration", run.declaration())
              .bind("facts", RunFacts.of(record).json())
              .execute();
      if (added == 0) {
        return false;
      }
    }
    int id =
        handle
            .createQuery("select id from run where bundle = :bundle")
            .bind("bundle", bundle)
            .mapTo(Integer.class)
            .one();
    outcomes(handle, id, record.results(), numbers);
    verdicts(handle, id, run.verdicts());
    return true;
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static void outcomes(Handle handle, int run, List<TestResult> results, Numbers numbers) {
    List<TestResult> sorted =
        results.stream().sorted(Comparator.comparing(it -> numbers.test(it))).toList();
    try (Update update =
        handle.createUpdate(
            "insert into outcomes (run, tests, outcomes, millis, attempts, codes, bypassing)"
                + " values (:run, :tests, :outcomes, :millis, :attempts, :codes, :bypassing)")) {
      update.bind("run", run);
      bind(update, "tests", sorted, numbers::test);
      bind(update, "outcomes", sorted, it -> OutcomeNumbers.of(it.outcome()));
      bind(update, "millis", sorted, it -> (int) Math.min(it.took().toMillis(), Integer.MAX_VALUE));
      bind(update, "attempts", sorted, TestResult::attempt);
      bind(update, "codes", sorted, it -> numbers.codes().getOrDefault(it.code(), 0));
      bind(
          update,
          "bypassing",
          sorted,
          it -> it.bypassing().map(other -> OutcomeNumbers.of(other.outcome())).orElse(0));
      update.execute();
    }
  }

  private static void bind(
      Update update,
      String column,
      List<TestResult> results,
      Function<TestResult, Integer> number) {
    update.bindArray(column, Integer.class, results.stream().map(number).toList());
  }

  private static void verdicts(Handle handle, int run, List<Verdict> verdicts) {
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into verdict (run, target, status, full_status, contract_status, asterisk)"
                + " values (?, ?, ?, ?, ?, ?)");
    for (Verdict verdict : verdicts) {
      bind(batch.bind(0, run), 1, StoredVerdict.of(verdict));
      batch.add();
    }
    batch.execute();
  }

  /** Binds the columns of a verdict from that position on. */
  static void bind(PreparedBatch batch, int from, StoredVerdict verdict) {
    batch
        .bind(from, verdict.target())
        .bind(from + 1, verdict.status())
        .bind(from + 2, verdict.full())
        .bind(from + 3, verdict.contract())
        .bind(from + 4, verdict.asterisk());
  }
}
