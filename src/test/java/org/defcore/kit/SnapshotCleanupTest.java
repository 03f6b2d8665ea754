package org.defcore.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.defcore.client.Wanted;
import org.defcore.client.volume.Volume;
import org.defcore.client.volume.VolumeSnapshot;
import org.defcore.http.NoAnswer;
import org.defcore.kit.resource.ResourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Removal of snapshots of volumes. */
@ExtendWith(BenchExtension.class)
class SnapshotCleanupTest {

  private final Workbench bench;
  private final Cleanup cleanup;

  SnapshotCleanupTest(Workbench bench) {
    this.bench = bench;
    this.cleanup = bench.cleanup();
  }

  @Test
  void snapshotGoesBeforeTheVolumeThatItIsOf() {
    String volume = volume("data");
    cleanup.create(
        ResourceKind.VOLUME_SNAPSHOT,
        "copy",
        () -> snapshot(volume, "copy"),
        VolumeSnapshot.Brief::id);

    cleanup.runAll(TestEnd.PASSED);

    assertNothingLeft();
  }

  @Test
  void snapshotWithoutAnAnswerIsFoundByItsExactName() {
    String volume = volume("data");
    snapshot(volume, "copy-1");
    String other = snapshot(volume, "copy-10").id();

    assertThatThrownBy(
            () ->
                cleanup.create(
                    ResourceKind.VOLUME_SNAPSHOT,
                    "copy-1",
                    SnapshotCleanupTest::timedOut,
                    it -> "never known"))
        .isInstanceOf(NoAnswer.class);
    cleanup.runAll(TestEnd.BROKE);

    assertThat(bench.simulated.resources())
        .containsExactlyInAnyOrder("snapshot " + other + " copy-10", "volume " + volume + " data");
  }

  private static String timedOut() {
    throw new NoAnswer(NoAnswer.Cause.TIMED_OUT, "no answer", new IOException());
  }

  @Test
  void snapshotThatIsNotSeenGoneIsALeakAndItsVolumeToo() {
    String volume = volume("data");
    cleanup.create(
        ResourceKind.VOLUME_SNAPSHOT,
        "copy",
        () -> snapshot(volume, "copy"),
        VolumeSnapshot.Brief::id);
    bench.simulated.switchOn(List.of("volume.snapshots.delete.idle=202"));

    cleanup.runAll(TestEnd.PASSED);

    assertThat(bench.bed.leaks().all())
        .extracting(it -> it.entry().kind().word())
        .containsExactlyInAnyOrder("volume", "volume-snapshot");
  }

  @Test
  void snapshotThatIsGoneIsNoError() {
    cleanup.create(ResourceKind.VOLUME_SNAPSHOT, "copy", () -> "gone", it -> it);

    cleanup.runAll(TestEnd.PASSED);

    assertNothingLeft();
  }

  private String volume(String name) {
    return cleanup
        .create(
            ResourceKind.VOLUME,
            name,
            () ->
                bench
                    .cloud()
                    .member()
                    .volume()
                    .volumes()
                    .create(Wanted.named(name).with("size", 1)),
            Volume::id)
        .id();
  }

  private VolumeSnapshot.Brief snapshot(String volume, String name) {
    return bench
        .cloud()
        .member()
        .volume()
        .snapshots()
        .as(VolumeSnapshot.Brief.class)
        .create(Map.of("volume_id", volume, "name", name));
  }

  private void assertNothingLeft() {
    assertThat(bench.simulated.resources()).isEmpty();
    assertThat(bench.bed.leaks().all()).isEmpty();
    assertThat(Ledger.outstanding(bench.ledgerFile)).isEmpty();
  }
}
