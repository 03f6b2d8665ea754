package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.defcore.kit.ComputeBench;
import org.defcore.kit.ManualTime;
import org.defcore.result.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({"1, true", "100, false"})
  void serverShownAsDeletedIsAwaitedForSomeReads(int reads, boolean gone) {
    Fact fact = new Fact("compute.deleted-server.status", "DELETED", "GET /servers/{id}");
    ManualTime time = new ManualTime();
    try (ComputeBench bench = new ComputeBench(dir, time)) {
      String id = bench.compute.server("web");
      bench.compute.become(id, "DELETED");
      bench.compute.linger(reads);

      new HeldServer(id, bench.cloud(), bench.poll()).deleteAndAwaitGone();

      assertThat(time.pauses).isNotEmpty();
      assertThat(bench.compute.remains().isEmpty()).isEqualTo(gone);
      assertThat(bench.bed.observed().contains(fact)).isEqualTo(!gone);
    }
  }
}
