package org.defcore.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.defcore.result.Outcome;
import org.defcore.result.RunFolder;
import org.defcore.result.RunRecord;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose tests of passwords have the wrong user. */
class DisposableUserTest {

  private static final Selection PASSWORDS =
      new Selection(List.of("test_users"), List.of(), List.of());

  @TempDir Path dir;

  @Test
  void userOfTheSecondProjectKeepsItsPassword() throws IOException {
    SimulatedRun run = new SimulatedRun(dir);
    try (SimulatedCloud cloud =
        SimulatedCloud.start(SimulatedCloudOptions.usual().withPassword("pa55-w0rd-of-demo"))) {
      RunOrder order = run.order(cloud, PASSWORDS, 1);
      RunFolder folder = RunFolder.reserve(dir.resolve("out"));

      SimulatedRun.cloudRun()
          .run(order.withDisposable(order.second()), folder, new SimulatedRun.Silent(() -> {}));

      RunRecord record = folder.record();
      assertThat(record.results())
          .filteredOn(it -> it.outcome() != Outcome.NOT_IMPLEMENTED)
          .hasSize(3)
          .allSatisfy(it -> assertThat(it.outcome()).isEqualTo(Outcome.BLOCKED))
          .allSatisfy(it -> assertThat(it.reason()).contains("its user is one of the run"));
      assertThat(cloud.resources()).isEmpty();
    }
  }
}
