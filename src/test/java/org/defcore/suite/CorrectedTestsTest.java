package org.defcore.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.defcore.OwnFiles;
import org.defcore.capability.Catalogue;
import org.defcore.result.Outcome;
import org.defcore.runner.Selection;
import org.defcore.runner.SimulatedRun;
import org.defcore.runner.SimulatedRun.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Corrected tests on clouds that decline what the API lets them decline. */
class CorrectedTestsTest {

  private static final List<String> REFUSING =
      List.of(
          "compute.servers.reboot.refuse=403",
          "compute.servers.rebuild.refuse=403",
          "compute.servers.resize.refuse=403",
          "compute.servers.create-image.refuse=403",
          "compute.volume-attachments.create.refuse=403",
          "volume.volumes.create.refuses-to-fill",
          "volume.volumes.upload-image.refuse=400");
  private static final List<String> FAILING =
      List.of(
          "compute.servers.resize.fails",
          "compute.servers.create-image.fails",
          "compute.volume-attachments.create.fails",
          "volume.volumes.create.fails-to-fill",
          "volume.volumes.upload-image.fails");

  @TempDir Path dir;

  private final Catalogue catalogue = OwnFiles.CATALOGUE;

  @Test
  void passOnACloudThatRefusesAsDocumented() throws IOException {
    assertThatAllPass(new SimulatedRun(dir).run(corrected(), REFUSING));
  }

  @Test
  void passOnACloudThatTellsWhatFailed() throws IOException {
    assertThatAllPass(new SimulatedRun(dir).run(corrected(), FAILING));
  }

  @Test
  void passOnACloudThatResizesWithoutAskingBack() throws IOException {
    assertThatAllPass(
        new SimulatedRun(dir).run(corrected(), List.of("compute.servers.resize.needs-no-consent")));
  }

  @Test
  void correctedByThemFailOnACloudThatRefusesAsDocumented() throws IOException {
    List<String> originals =
        catalogue.entries().stream()
            .flatMap(it -> it.corrects().stream())
            .flatMap(it -> catalogue.entry(it).stream())
            .filter(it -> !it.applicability().operations().isEmpty())
            .filter(
                it -> it.needs().stream().noneMatch(need -> need.toString().equals("guest-access")))
            .map(it -> it.id().toString())
            .toList();

    Ended ended =
        new SimulatedRun(dir).run(new Selection(originals, List.of(), List.of()), REFUSING);

    assertThat(ended.record().results())
        .hasSize(8)
        .allSatisfy(it -> assertThat(it.outcome()).as(it.name()).isEqualTo(Outcome.FAILED));
  }

  @Test
  void correctedByThemDoNotWaitForAResizeThatWasGivenUp() throws IOException {
    List<String> resizes =
        List.of("1499262a-9328-4eda-9068-db1ac57498d2", "c03aab19-adb1-44f5-917d-c419577e9e68");

    Ended ended =
        new SimulatedRun(dir)
            .run(
                new Selection(resizes, List.of(), List.of()),
                List.of("compute.servers.resize.fails"));

    assertThat(ended.record().results())
        .hasSize(2)
        .allSatisfy(
            it ->
                assertThat(it.reason())
                    .containsPattern(
                        "expected GET /servers/\\S+ to show VERIFY_RESIZE and no task but found"
                            + " .*ACTIVE"));
  }

  private Selection corrected() {
    List<String> ids =
        catalogue.entries().stream()
            .filter(it -> it.corrects().isPresent())
            .map(it -> it.id().toString())
            .toList();
    return new Selection(ids, List.of(), List.of());
  }

  private static void assertThatAllPass(Ended ended) {
    assertThat(ended.record().results())
        .hasSize(18)
        .allSatisfy(it -> assertThat(it.outcome()).as(it.reason()).isEqualTo(Outcome.PASSED));
    assertThat(ended.leaks()).isEmpty();
    assertThat(ended.remains()).isEmpty();
  }
}
