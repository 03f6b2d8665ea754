package org.defcore.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.defcore.http.NoAnswer;
import org.defcore.http.message.Recording;
import org.defcore.kit.resource.CleanupAccess;
import org.defcore.kit.resource.ResourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Removal of servers, batches of servers and volumes. */
@ExtendWith(BenchExtension.class)
class ComputeCleanupTest {

  private final ManualTime time;
  private final ComputeBench bench;
  private final SmallCompute compute;
  private final Cleanup cleanup;

  ComputeCleanupTest(ComputeBench bench, ManualTime time) {
    this.bench = bench;
    this.time = time;
    this.compute = bench.compute;
    this.cleanup = bench.cleanup();
  }

  @Test
  void allRemovalsBeginTheLastFirstBeforeAnyIsConfirmed() {
    compute.linger(2);
    server("first");
    server("second");

    cleanup.runAll(TestEnd.PASSED);

    assertThat(compute.seen())
        .containsExactly(
            "DELETE /servers/s2",
            "DELETE /servers/s1",
            "GET /servers/s2",
            "GET /servers/s2",
            "GET /servers/s2",
            "GET /servers/s1",
            "GET /servers/s1",
            "GET /servers/s1");
    assertNothingLeft();
  }

  @Test
  void lockedServerIsUnlockedAndThenDeleted() {
    compute.lock(server("first"));

    cleanup.runAll(TestEnd.PASSED);

    assertThat(compute.seen())
        .containsExactly(
            "DELETE /servers/s1",
            "POST /servers/s1/action unlock",
            "DELETE /servers/s1",
            "GET /servers/s1");
    assertNothingLeft();
  }

  @Test
  void serverWhoseDeletionIsDeferredIsDeletedByForce() {
    compute.deferDeletion();
    server("first");

    cleanup.runAll(TestEnd.PASSED);

    assertThat(compute.seen())
        .containsSubsequence(
            "DELETE /servers/s1", "GET /servers/s1", "POST /servers/s1/action forceDelete");
    assertNothingLeft();
  }

  @Test
  void serverThatMayNotBeDeletedIsALeakWithoutAWait() {
    server("first");
    compute.refuse("DELETE /servers/s1", 403);

    cleanup.runAll(TestEnd.PASSED);

    assertThat(time.pauses).isEmpty();
    assertThat(compute.count("POST /servers/s1/action unlock")).isZero();
    assertThat(bench.bed.leaks().all())
        .extracting(Leaks.Leak::why)
        .containsExactly("expected DELETE of server s1 to be accepted but found 403");
  }

  @Test
  void serverWithoutAnAnswerIsFoundByItsExactName() {
    compute.server("run-7-server-1");
    compute.server("run-7-server-10");
    compute.server("old-run-7-server-1");
    compute.server("run-7-serverX1");

    assertThatThrownBy(() -> lost(ResourceKind.SERVER, "run-7-server-1"))
        .isInstanceOf(NoAnswer.class);
    cleanup.runAll(TestEnd.BROKE);

    assertThat(compute.remains())
        .containsExactly("old-run-7-server-1", "run-7-server-10", "run-7-serverX1");
    assertThat(bench.bed.leaks().all()).isEmpty();
  }

  @Test
  void serverThatShowsUpLateIsRemoved() {
    time.at(2, () -> compute.server("first"));

    assertThatThrownBy(() -> lost(ResourceKind.SERVER, "first")).isInstanceOf(NoAnswer.class);
    cleanup.runAll(TestEnd.BROKE);

    assertThat(time.pauses).hasSize(2);
    assertNothingLeft();
  }

  @Test
  void allOfABatchAreRemovedWhoeverOfThemIsLocked() {
    compute.server("run-7-batch-1-server-1");
    compute.lock(compute.server("run-7-batch-1-server-2"));
    compute.server("run-7-batch-1-server-3");
    compute.server("run-7-batch-2-server-1");
    cleanup.create(
        ResourceKind.SERVER_BATCH,
        "run-7-batch-1-server",
        () -> "made",
        it -> "run-7-batch-1-server");

    cleanup.runAll(TestEnd.PASSED);

    assertThat(compute.remains()).containsExactly("run-7-batch-2-server-1");
    assertThat(compute.count("DELETE /servers/s2")).isEqualTo(2);
    assertThat(bench.bed.leaks().all()).isEmpty();
    assertThat(Ledger.outstanding(bench.ledgerFile)).isEmpty();
  }

  @Test
  void batchWhoseAnswerWasLostIsFoundByItsName() {
    compute.server("run-7-batch-1-server-1");
    compute.server("run-7-batch-1-server-2");

    assertThatThrownBy(() -> lost(ResourceKind.SERVER_BATCH, "run-7-batch-1-server"))
        .isInstanceOf(NoAnswer.class);
    cleanup.runAll(TestEnd.BROKE);

    assertNothingLeft();
  }

  @Test
  void batchOfWhichOneStaysIsALeak() {
    compute.server("run-7-batch-1-server-1");
    compute.server("run-7-batch-1-server-2");
    compute.refuse("DELETE /servers/s2", 403);
    cleanup.create(
        ResourceKind.SERVER_BATCH,
        "run-7-batch-1-server",
        () -> "made",
        it -> "run-7-batch-1-server");

    cleanup.runAll(TestEnd.PASSED);

    assertThat(compute.remains()).containsExactly("run-7-batch-1-server-2");
    assertThat(bench.bed.leaks().all())
        .singleElement()
        .satisfies(it -> assertThat(it.why()).contains("to be accepted but found 403"));
  }

  @Test
  void volumeIsDetachedBeforeItIsDeleted() {
    String server = server("web");
    volume("data", server);

    cleanup.runAll(TestEnd.PASSED);

    assertThat(compute.seen())
        .startsWith(
            "GET /volumes/v2", "DELETE /servers/s1/os-volume_attachments/v2", "DELETE /volumes/v2")
        .containsSubsequence("DELETE /volumes/v2", "DELETE /servers/s1");
    assertNothingLeft();
  }

  @Test
  void volumeThatIsNotReadyForItsDeletionIsTriedAgain() {
    volume("data", "");
    compute.refuse("DELETE /volumes/v1", 400, 409, 400);

    cleanup.runAll(TestEnd.PASSED);

    assertThat(time.pauses).containsExactly(100L, 100L, 100L);
    assertNothingLeft();
  }

  @Test
  void volumeThatStaysUndeletableIsALeak() {
    volume("data", "");
    compute.become("v1", "in-use");

    cleanup.runAll(TestEnd.PASSED);

    assertThat(compute.remains()).containsExactly("data");
    assertThat(bench.bed.leaks().all())
        .extracting(Leaks.Leak::why)
        .singleElement()
        .asString()
        .contains("DELETE of volume v1 to be accepted within 10 s but found 400");
  }

  @Test
  void volumeWithoutAnAnswerIsFoundByItsExactName() {
    compute.volume("data", "");
    compute.volume("data-2", "");

    assertThatThrownBy(() -> lost(ResourceKind.VOLUME, "data")).isInstanceOf(NoAnswer.class);
    cleanup.runAll(TestEnd.BROKE);

    assertThat(compute.remains()).containsExactly("data-2");
  }

  @Test
  void whatAnEarlierRunLeftIsRemovedByItsLedger() {
    compute.server("run-6-batch-1-server-1");
    compute.server("run-6-server-2");
    List<Ledger.Entry> left =
        List.of(
            new Ledger.Entry(
                Role.MEMBER, ResourceKind.SERVER_BATCH, "run-6-batch-1-server", Optional.empty()),
            new Ledger.Entry(Role.MEMBER, ResourceKind.SERVER, "run-6-server-2", Optional.of("s2")),
            new Ledger.Entry(
                Role.MEMBER, ResourceKind.SERVER, "run-6-server-3", Optional.of("s3")));
    Janitor janitor =
        new Janitor(
            new CleanupAccess(bench.bed.session(Role.MEMBER), new Recording(), Optional.empty()),
            bench.poll());

    assertThat(left).extracting(it -> janitor.remove(it, Duration.ZERO)).containsExactly(1, 1, 0);
    assertThat(compute.remains()).isEmpty();
    assertThat(time.pauses).isEmpty();
  }

  private String server(String name) {
    return cleanup.create(ResourceKind.SERVER, name, () -> compute.server(name), it -> it);
  }

  private void volume(String name, String on) {
    cleanup.create(ResourceKind.VOLUME, name, () -> compute.volume(name, on), it -> it);
  }

  private void lost(ResourceKind kind, String name) {
    cleanup.create(kind, name, ComputeCleanupTest::timedOut, it -> "never known");
  }

  private static String timedOut() {
    throw new NoAnswer(NoAnswer.Cause.TIMED_OUT, "no answer", new IOException());
  }

  private void assertNothingLeft() {
    assertThat(compute.remains()).isEmpty();
    assertThat(bench.bed.leaks().all()).isEmpty();
    assertThat(Ledger.outstanding(bench.ledgerFile)).isEmpty();
  }
}
