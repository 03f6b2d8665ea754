package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.defcore.kit.ComputeBench;
import org.defcore.kit.ManualTime;
import org.defcore.result.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldServerTest {

  @TempDir Path dir;

  @Test
  void serverThatIsKeptAfterItsDeletionCountsAsGoneAndIsNoted() {
    ManualTime time = new ManualTime();
    try (ComputeBench bench = new ComputeBench(dir, time)) {
      bench.compute.deferDeletion();
      String id = bench.compute.server("web");

      new HeldServer(id, bench.cloud(), bench.poll()).deleteAndAwaitGone();

      assertThat(time.pauses).isEmpty();
      assertThat(bench.compute.remains()).containsExactly("web");
      assertThat(bench.bed.observed())
          .contains(new Fact("compute.deleted-server.status", "SOFT_DELETED", "GET /servers/{id}"));
    }
  }
}
