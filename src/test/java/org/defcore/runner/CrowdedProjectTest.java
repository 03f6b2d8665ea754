package org.defcore.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.defcore.client.Wanted;
import org.defcore.client.network.NetworkClient;
import org.defcore.client.volume.Volume;
import org.defcore.client.volume.VolumeClient;
import org.defcore.http.message.Recording;
import org.defcore.kit.room.Holding;
import org.defcore.result.Outcome;
import org.defcore.result.TestResult;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs in a project that has much already, or that has hardly any room left. */
final class CrowdedProjectTest {

  private static final int MANY = 50;

  private final Path dir;

  CrowdedProjectTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void whatAProjectHasDisturbsNoTestAndIsNotTouched() throws IOException {
    try (SimulatedCloud cloud =
        SimulatedCloud.start(SimulatedCloudOptions.usual().withVolumes(MANY + 10))) {
      List<Volume> before = fill(cloud, MANY);
      List<String> all = cloud.resources();

      List<TestResult> results = run(cloud, List.of("volume", "network"));

      assertThat(results)
          .filteredOn(it -> it.outcome() != Outcome.NOT_IMPLEMENTED)
          .hasSizeGreaterThan(100)
          .allSatisfy(it -> assertThat(it.outcome()).as(it.reason()).isEqualTo(Outcome.PASSED));
      assertThat(cloud.resources()).containsExactlyInAnyOrderElementsOf(all);
      assertThat(volumes(cloud)).containsExactlyInAnyOrderElementsOf(before);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 35, 61", "3, 28, 28", "5, 2, 2", "10, 0, 0"})
  void testsTakeTurnsInTheRoomThatIsLeftOrAreSkipped(int left, int fewest, int most)
      throws IOException {
    try (SimulatedCloud cloud = SimulatedCloud.start(SimulatedCloudOptions.usual().withGuests())) {
      fill(cloud, 10 - left);
      List<String> before = cloud.resources();

      List<TestResult> results = run(cloud, List.of("volume", "compute"));

      List<TestResult> skipped =
          results.stream().filter(it -> it.outcome() == Outcome.SKIPPED).toList();
      assertThat(results)
          .filteredOn(it -> it.outcome() != Outcome.NOT_IMPLEMENTED)
          .filteredOn(it -> it.outcome() != Outcome.SKIPPED)
          .allSatisfy(it -> assertThat(it.outcome()).as(it.reason()).isEqualTo(Outcome.PASSED));
      assertThat(skipped).hasSizeBetween(fewest, most);
      assertThat(skipped)
          .allSatisfy(it -> assertThat(it.code()).isEqualTo("no-quota"))
          .allSatisfy(it -> assertThat(it.reason()).contains(left + " of 10 left"));
      assertThat(cloud.resources()).containsExactlyInAnyOrderElementsOf(before);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("holders")
  void aTestAloneNeedsNoMoreThanItSays(String id, Holding most) throws IOException {
    try (SimulatedCloud cloud =
        SimulatedCloud.start(SimulatedCloudOptions.usual().withVolumes(most.volumes()))) {
      Selection alone = new Selection(List.of(id), List.of(), List.of());

      List<TestResult> results =
          new SimulatedRun(dir).run(alone, cloud, () -> {}).record().results();

      assertThat(results)
          .singleElement()
          .satisfies(it -> assertThat(it.outcome()).as(it.reason()).isEqualTo(Outcome.PASSED));
    }
  }

  static Stream<Arguments> holders() {
    return SuiteIndex.read().all().stream()
        .filter(it -> !Holding.of(it.method()).equals(Holding.NONE))
        .map(
            it ->
                Arguments.of(
                    it.id().toString(),
                    Holding.shared(it.method())
                        .distinct()
                        .map(Holding::of)
                        .reduce(Holding.of(it.method()), Holding::plus)));
  }

  private List<TestResult> run(SimulatedCloud cloud, List<String> services) throws IOException {
    return new SimulatedRun(dir)
        .run(new Selection(List.of(), List.of(), services), cloud, () -> {})
        .record()
        .results();
  }

  /** Makes so many volumes and networks, and a snapshot of each volume. */
  private List<Volume> fill(SimulatedCloud cloud, int number) throws IOException {
    try (CloudAccess access = login(cloud)) {
      VolumeClient storage = storage(access);
      NetworkClient network =
          new NetworkClient(access.member().service("network", new Recording()));
      List<String> ids = new ArrayList<>();
      IntStream.range(0, number)
          .mapToObj(it -> Wanted.named("mine-" + it))
          .forEach(
              it -> {
                network.networks().create(it);
                ids.add(storage.volumes().create(it.with("size", 1)).id());
              });
      ids.stream()
          .map(it -> Wanted.named("mine").with("volume_id", it))
          .forEach(storage.briefSnapshots()::create);
    }
    return volumes(cloud);
  }

  private List<Volume> volumes(SimulatedCloud cloud) throws IOException {
    try (CloudAccess access = login(cloud)) {
      return storage(access).detailedVolumes().list();
    }
  }

  private static VolumeClient storage(CloudAccess access) {
    return new VolumeClient(access.member().service("volume", new Recording()));
  }

  private CloudAccess login(SimulatedCloud cloud) throws IOException {
    RunOrder order = new SimulatedRun(dir).order(cloud, Selection.ALL, 4);
    return CloudAccess.login(order.cloud(), order.second());
  }
}
