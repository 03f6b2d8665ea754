package org.defcore.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.defcore.kit.resource.ResourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Deletions that a cloud accepts and that come to nothing. */
@ExtendWith(BenchExtension.class)
class StuckRemovalTest {

  private final ManualTime time;
  private final ComputeBench bench;
  private final SmallCompute compute;
  private final Cleanup cleanup;

  StuckRemovalTest(ComputeBench bench, ManualTime time) {
    this.bench = bench;
    this.time = time;
    this.compute = bench.compute;
    this.cleanup = bench.cleanup();
    cleanup.create(ResourceKind.SERVER, "web", () -> compute.server("web"), it -> it);
  }

  private void assertNothingLeft() {
    assertThat(compute.remains()).isEmpty();
    assertThat(bench.bed.leaks().all()).isEmpty();
    assertThat(Ledger.outstanding(bench.ledgerFile)).isEmpty();
  }

  @Test
  void serverThatEndsInErrorIsDeletedAgain() {
    compute.fail(1, "ERROR");

    cleanup.runAll(TestEnd.PASSED);

    assertThat(compute.seen())
        .containsExactly(
            "DELETE /servers/s1", "GET /servers/s1", "DELETE /servers/s1", "GET /servers/s1");
    assertThat(time.pauses).containsExactly(1000L, 1000L);
    assertNothingLeft();
  }

  @Test
  void serverThatStaysInErrorIsToldAfterAFewDeletions() {
    compute.fail(9, "ERROR");

    cleanup.runAll(TestEnd.PASSED);

    assertThat(compute.count("DELETE /servers/s1")).isEqualTo(4);
    assertThat(time.pauses.stream().mapToLong(it -> it).sum()).isEqualTo(12_000);
    assertThat(bench.bed.leaks().all())
        .extracting(Leaks.Leak::why)
        .containsExactly(
            "expected server s1 to be gone after 4 DELETEs but found 200 in state ERROR");
  }

  @Test
  void volumeInErrorDeletingIsDeletedAgain() {
    cleanup.create(ResourceKind.VOLUME, "data", () -> compute.volume("data", ""), it -> it);
    compute.fail(2, "error_deleting");

    cleanup.runAll(TestEnd.PASSED);

    assertThat(compute.count("DELETE /volumes/v2")).isEqualTo(2);
    assertNothingLeft();
  }

  @Test
  void serverWhoseDeletionIsDeferredAndMayNotBeForcedCountsAsGone() {
    compute.deferDeletion();
    compute.refuse("POST /servers/s1/action forceDelete", 403);

    cleanup.runAll(TestEnd.PASSED);

    assertThat(time.pauses).isEmpty();
    assertThat(bench.bed.leaks().all()).isEmpty();
    assertThat(Ledger.outstanding(bench.ledgerFile)).isEmpty();
  }

  @Test
  void serverThatIsReadAsDeletedIsGone() {
    compute.fail(1, "DELETED");

    cleanup.runAll(TestEnd.PASSED);

    assertThat(time.pauses).isEmpty();
    assertThat(bench.bed.leaks().all()).isEmpty();
  }
}
