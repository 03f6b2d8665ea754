package org.defcore.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.defcore.result.Outcome;
import org.defcore.store.kit.StoreKind;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Workers that share the runs of a store. */
@ParameterizedClass
@EnumSource
@Timeout(60)
class RescoringTest {

  private static final int RUNS = 450;
  private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
  private static final String FACTS =
      "{\"deviations\":[],\"remarks\":[],\"manifest\":null,\"problems\":[]}";

  @Parameter private StoreKind kind;
  @TempDir private Path work;

  private Store store;
  private Database database;

  @BeforeEach
  void open() {
    StorePlace place = kind.in(work, RescoringTest.class);
    store = Store.open(place);
    database = store.database();
    Jdbi jdbi = database.jdbi();
    jdbi.useHandle(
        it -> {
          it.execute(
              "insert into cloud (identity, vendor, product, name, auth_url, region)"
                  + " values ('1', 'Acme', 'Cloud', 'acme', 'http://acme', '')");
          it.execute("insert into guideline (name, hash) values ('2022.11', 'sha256:1')");
          it.execute(
              "insert into test (uuid, name) values"
                  + " (cast('00000000-0000-4000-8000-000000000001' as uuid), 'test')");
        });
    add(1, RUNS);
  }

  private void add(int from, int to) {
    database
        .jdbi()
        .useTransaction(
            it -> {
              for (int run = from; run <= to; run++) {
                it.execute(
                    "insert into run (bundle, name, cloud, guideline, target, kind, version,"
                        + " openstack, harness, simulated, partial, started, added, facts)"
                        + " values (?, ?, 1, 1, 'platform', '', '', '', '', false, '', ?, ?, ?)",
                    "hash" + run,
                    "run" + run,
                    NOW,
                    NOW,
                    FACTS);
                SmallRuns.outcomes(it, run, List.of(1), List.of(1 + run % 2));
                it.execute(
                    "insert into verdict values (?, 'platform', 'conformant', 'conformant',"
                        + " 'conformant', false)",
                    run);
              }
            });
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Rescoring begin() {
    return store.rescore("draft", "2027.05", NOW);
  }

  private static List<StoredVerdict> judge(ScoredRun run) {
    String word =
        run.record().results().get(0).outcome() == Outcome.PASSED ? "conformant" : "not-conformant";
    return List.of(new StoredVerdict("platform", word, word, word, false));
  }

  private static List<String> changed(Rescoring rescoring) {
    List<String> changed = new ArrayList<>();
    rescoring.changes(
        it -> {
          assertThat(it.differs()).isEqualTo(it.after().status().equals("not-conformant"));
          changed.add(it.run().name());
        });
    return changed;
  }

  @Test
  void everyRunIsScoredOnce() throws Exception {
    AtomicInteger judged = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Rescoring own = begin();
      all.add(
          threads.submit(
              () -> {
                while (own.work(
                    it -> {
                      judged.incrementAndGet();
                      return judge(it);
                    })) {
                  Thread.onSpinWait();
                }
              }));
    }
    for (Future<?> each : all) {
      each.get();
    }
    threads.shutdown();

    assertThat(judged).hasValue(RUNS);
    assertThat(changed(begin())).hasSize(RUNS).doesNotHaveDuplicates();
    assertThat(begin().work(RescoringTest::judge)).isFalse();
  }

  @Test
  void rangeOfAWorkerThatDiesIsAnothers() {
    Function<ScoredRun, List<StoredVerdict>> dying =
        run -> {
          if (run.id() == 150) {
            throw new IllegalStateException("killed");
          }
          return judge(run);
        };
    Rescoring rescoring = begin();

    assertThat(rescoring.work(dying)).isTrue();
    assertThatThrownBy(() -> rescoring.work(dying)).hasMessageContaining("killed");
    rescoring.finish(RescoringTest::judge);

    assertThat(changed(rescoring)).hasSize(RUNS).doesNotHaveDuplicates();
  }

  @Test
  void runsThatAreAddedMeanwhileAreScoredNextTime() {
    begin().finish(RescoringTest::judge);
    add(RUNS + 1, RUNS + 20);
    AtomicInteger judged = new AtomicInteger();

    begin()
        .finish(
            it -> {
              judged.incrementAndGet();
              return judge(it);
            });

    assertThat(judged).hasValue(20);
    assertThat(changed(begin())).hasSize(RUNS + 20);
  }

  @Test
  void workOfAnotherIsWaitedFor() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    Rescoring one = begin();
    Rescoring other = begin();
    Future<Boolean> slow =
        threads.submit(
            () ->
                one.work(
                    it -> {
                      begun.countDown();
                      await(goOn);
                      return judge(it);
                    }));
    await(begun);
    AtomicInteger judged = new AtomicInteger();
    Future<?> rest =
        threads.submit(
            () ->
                other.finish(
                    it -> {
                      if (judged.incrementAndGet() == 300) {
                        goOn.countDown();
                      }
                      return judge(it);
                    }));

    rest.get(30, TimeUnit.SECONDS);

    assertThat(slow.get()).isTrue();
    threads.shutdown();
    assertThat(changed(begin())).hasSize(RUNS).doesNotHaveDuplicates();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
