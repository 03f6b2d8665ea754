package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.defcore.result.Fact;
import org.defcore.result.Outcome;
import org.defcore.result.TestResult;
import org.defcore.runner.Selection;
import org.defcore.runner.SimulatedRun;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cloud none of whose flavors has a disk: servers boot from volumes there. */
class DisklessFlavorsTest {

  @TempDir Path dir;

  @Test
  void allTestsOfComputePassOnVolumesAndNothingIsLeft() throws IOException {
    try (SimulatedCloud cloud =
        SimulatedCloud.start(SimulatedCloudOptions.usual().withGuests().withDisklessFlavors())) {
      List<String> before = cloud.resources();

      SimulatedRun.Ended ended =
          new SimulatedRun(dir)
              .run(new Selection(List.of(), List.of(), List.of("compute")), cloud, () -> {});

      List<TestResult> results = ended.record().results();
      assertThat(results).filteredOn(it -> it.outcome() == Outcome.PASSED).hasSizeGreaterThan(70);
      assertThat(results)
          .filteredOn(it -> it.outcome() != Outcome.PASSED)
          .filteredOn(it -> it.outcome() != Outcome.NOT_IMPLEMENTED)
          .extracting(it -> it.name() + ": " + it.outcome() + " " + it.reason())
          .isEmpty();
      assertThat(ended.leaks()).isEmpty();
      assertThat(ended.remains()).isEqualTo(before);
      assertThat(ended.record().observation())
          .extracting(Fact::name)
          .contains("server.boot-volume.gib", "volume.quota.volumes");
    }
  }

  @Test
  void serverOfAStackBootsFromAVolume() throws IOException {
    Selection stack =
        new Selection(List.of("bd151ea4-2dcd-4440-9bf0-eff63a98e5d4"), List.of(), List.of());
    try (SimulatedCloud cloud =
        SimulatedCloud.start(SimulatedCloudOptions.usual().withDisklessFlavors())) {
      SimulatedRun.Ended ended = new SimulatedRun(dir).run(stack, cloud, () -> {});

      assertThat(ended.record().results())
          .singleElement()
          .satisfies(it -> assertThat(it.outcome()).as(it.reason()).isEqualTo(Outcome.PASSED));
      assertThat(ended.remains()).isEmpty();
    }
  }
}
