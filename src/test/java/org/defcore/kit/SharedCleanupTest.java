package org.defcore.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.defcore.kit.resource.ResourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clean-up as fixtures use it that lend what they make: adoption, actions at the end, threads. */
@ExtendWith(BenchExtension.class)
class SharedCleanupTest {

  private final ComputeBench bench;
  private final Cleanup cleanup;

  SharedCleanupTest(ComputeBench bench) {
    this.bench = bench;
    this.cleanup = bench.cleanup();
  }

  @Test
  void adoptedResourceIsInTheLedgerWithItsIdAndIsRemoved() throws IOException {
    String id = bench.compute.server("first");

    cleanup.adopt(ResourceKind.SERVER, "first", id);

    assertThat(Files.readAllLines(bench.ledgerFile))
        .containsExactly(
            "{\"event\":\"created\",\"at\":\"2026-11-30T12:00:00Z\",\"role\":\"MEMBER\",\"kind\":\"server\",\"name\":\"first\",\"id\":\"s1\"}");
    cleanup.runAll(TestEnd.PASSED);
    assertThat(bench.compute.remains()).isEmpty();
    assertThat(Ledger.outstanding(bench.ledgerFile)).isEmpty();
  }

  @Test
  void adoptedResourceThatTheTestRemovedIsNotAskedFor() {
    cleanup.adopt(ResourceKind.SERVER, "first", "s1");

    cleanup.removed(ResourceKind.SERVER, "s1");
    cleanup.runAll(TestEnd.PASSED);

    assertThat(bench.compute.seen()).isEmpty();
    assertThat(Ledger.outstanding(bench.ledgerFile)).isEmpty();
  }

  @Test
  void actionComesAfterTheRemovalOfWhatIsYoungerAndBeforeThatOfWhatIsOlder() {
    List<List<String>> seen = new ArrayList<>();
    String older = bench.compute.server("older");
    cleanup.adopt(ResourceKind.SERVER, "older", older);
    cleanup.afterwards(ending -> seen.add(bench.compute.seen()));
    String younger = bench.compute.server("younger");
    cleanup.adopt(ResourceKind.SERVER, "younger", younger);

    cleanup.runAll(TestEnd.PASSED);

    assertThat(seen).containsExactly(List.of("DELETE /servers/s2"));
    assertThat(bench.compute.count("DELETE /servers/s1")).isEqualTo(1);
  }

  @Test
  void actionsLearnHowItEndedTheLastFirstAndOnce() {
    List<String> endings = new ArrayList<>();
    cleanup.afterwards(ending -> endings.add("first " + ending));
    cleanup.afterwards(ending -> endings.add("second " + ending));

    cleanup.runAll(TestEnd.BROKE);
    cleanup.runAll(TestEnd.PASSED);

    assertThat(endings).containsExactly("second BROKE", "first BROKE");
  }

  @Test
  void actionIsDoneThoughARemovalBeforeItFails() {
    List<TestEnd> endings = new ArrayList<>();
    cleanup.afterwards(endings::add);
    cleanup.adopt(ResourceKind.SERVER, "kept", bench.compute.server("kept"));
    bench.compute.refuse("DELETE /servers/s1", 403);

    cleanup.runAll(TestEnd.PASSED);

    assertThat(endings).containsExactly(TestEnd.PASSED);
    assertThat(bench.bed.leaks().all()).hasSize(1);
  }

  @Test
  void whatIsDiscardedIsRemovedAtOnceAndSeenGoneAtTheEnd() {
    String kept = bench.compute.server("kept");
    String useless = bench.compute.server("useless");
    cleanup.adopt(ResourceKind.SERVER, "kept", kept);
    cleanup.adopt(ResourceKind.SERVER, "useless", useless);

    cleanup.discard(ResourceKind.SERVER, useless);

    assertThat(bench.compute.seen()).containsExactly("DELETE /servers/" + useless);
    assertThat(Ledger.outstanding(bench.ledgerFile)).hasSize(2);
    cleanup.runAll(TestEnd.PASSED);
    assertThat(bench.compute.count("DELETE /servers/" + useless)).isEqualTo(1);
    assertThat(Ledger.outstanding(bench.ledgerFile)).isEmpty();
  }

  @Test
  void whatIsDiscardedAndGoneAlreadyLeavesAnotherOfItsName() {
    String twin = "defcore-twin";
    bench.compute.server(twin);
    String gone = "s9";
    cleanup.adopt(ResourceKind.SERVER, twin, gone);

    cleanup.discard(ResourceKind.SERVER, gone);

    assertThat(bench.compute.count("DELETE /servers/" + gone)).isEqualTo(1);
    assertThat(bench.compute.remains()).containsExactly(twin);
  }

  @Test
  void removesTheRestThoughAnActionThrowsAndThrowsThatThen() {
    cleanup.adopt(ResourceKind.SERVER, "older", bench.compute.server("older"));
    cleanup.afterwards(
        ending -> {
          throw new IllegalStateException("the pool is broken");
        });
    cleanup.adopt(ResourceKind.SERVER, "younger", bench.compute.server("younger"));

    assertThatThrownBy(() -> cleanup.runAll(TestEnd.PASSED)).hasMessage("the pool is broken");

    assertThat(bench.compute.seen()).contains("DELETE /servers/s1", "DELETE /servers/s2");
    assertThat(Ledger.outstanding(bench.ledgerFile)).isEmpty();
  }

  @Test
  void losesNothingThatManyThreadsCreateAdoptAndRemoveAtOnce() throws Exception {
    int threads = 8;
    CountDownLatch together = new CountDownLatch(threads);
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    List<Integer> endings = Collections.synchronizedList(new ArrayList<>());
    try {
      List<Callable<String>> work =
          IntStream.range(0, threads)
              .<Callable<String>>mapToObj(
                  it ->
                      () -> {
                        together.countDown();
                        together.await(30, TimeUnit.SECONDS);
                        return use(it, endings);
                      })
              .toList();
      for (Future<String> done : workers.invokeAll(work)) {
        assertThat(done.get()).isEqualTo("done");
      }
    } finally {
      workers.shutdownNow();
    }

    assertThat(bench.compute.remains()).hasSize(threads * 6);
    assertThat(Ledger.outstanding(bench.ledgerFile)).hasSize(threads * 6);
    cleanup.runAll(TestEnd.PASSED);

    assertThat(bench.compute.remains()).isEmpty();
    assertThat(Ledger.outstanding(bench.ledgerFile)).isEmpty();
    assertThat(endings).hasSize(threads * 3).doesNotHaveDuplicates();
  }

  private String use(int thread, List<Integer> endings) {
    for (int i = 0; i < 3; i++) {
      int number = thread * 3 + i;
      String name = "server-" + number;
      cleanup.create(ResourceKind.SERVER, name, () -> bench.compute.server(name), it -> it);
      cleanup.afterwards(ending -> endings.add(number));
      String adopted = bench.compute.server("adopted-" + number);
      cleanup.adopt(ResourceKind.SERVER, "adopted-" + number, adopted);
      cleanup.create(ResourceKind.SERVER, "gone-" + name, () -> "gone-" + number, it -> it);
      cleanup.removed(ResourceKind.SERVER, "gone-" + number);
    }
    return "done";
  }
}
