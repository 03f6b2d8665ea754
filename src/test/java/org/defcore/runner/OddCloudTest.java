package org.defcore.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.defcore.result.Fact;
import org.defcore.result.Outcome;
import org.defcore.result.TestResult;
import org.defcore.runner.SimulatedRun.Ended;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run on a cloud that is unlike most others, though in little that tests claim. */
class OddCloudTest {

  private static final String BY_ADDRESS = "43a1242e-7b31-48d1-88f2-3f72aa9f2077";
  private static final String BY_ADDRESS_PATTERN = "a905e287-c35e-42f2-b132-d02b09f3654a";
  private static final String KEY_PAIR_OF_A_TYPE = "89d59d43-f735-441a-abcf-0601727f47b6";
  private static final String VERSIONS = "6c0a0990-43b6-4529-9b61-5fd8daf7c55c";
  private static final String QUOTAS = "f1ef0a97-dbbb-4cca-adc5-c9fbc4f76107";

  /** The one network is external, another project's, and has another name than servers tell. */
  private static final List<String> NETWORKS =
      Stream.of(
              "name:\"сеть\"",
              "router:external:true",
              "shared:true",
              "tenant_id:\"another\"",
              "project_id:\"another\"")
          .map(it -> "network.networks.list.set=/networks/0/" + it)
          .toList();

  /** Calls that the project may not make, and a portal in the place of the root of compute. */
  private static final List<String> OTHERS =
      List.of(
          "image.images.list.set=/images/*/name:\"イメージ\"",
          "compute.quotas.show.refuse=403",
          "compute.availability-zones.list.refuse=403",
          "compute.versions.list.content=html",
          "compute.versions.list.header-drop=X-Openstack-Request-Id");

  @TempDir Path dir;

  @Test
  void failsTheTestThatClaimsItAndNoOther() throws IOException {
    try (SimulatedCloud cloud = SimulatedCloud.start(SimulatedCloudOptions.usual())) {
      List<String> before = cloud.resources();
      cloud.switchOn(Stream.concat(NETWORKS.stream(), OTHERS.stream()).toList());
      List<String> tests =
          List.of(BY_ADDRESS, BY_ADDRESS_PATTERN, KEY_PAIR_OF_A_TYPE, VERSIONS, QUOTAS);

      Ended ended =
          new SimulatedRun(dir).run(new Selection(tests, List.of(), List.of()), cloud, () -> {});

      assertThat(ended.record().results())
          .extracting(it -> it.id().toString(), TestResult::outcome)
          .containsExactlyInAnyOrder(
              tuple(BY_ADDRESS, Outcome.PASSED),
              tuple(BY_ADDRESS_PATTERN, Outcome.PASSED),
              tuple(KEY_PAIR_OF_A_TYPE, Outcome.BLOCKED),
              tuple(VERSIONS, Outcome.ERROR),
              tuple(QUOTAS, Outcome.FAILED));
      assertThat(ended.record().observation())
          .extracting(Fact::name, Fact::value)
          .contains(
              tuple("network.name", "сеть"),
              tuple("network.choice", "external, as there is no other"),
              tuple("image.name", "イメージ"));
      assertThat(ended.leaks()).isEmpty();
      assertThat(ended.remains()).isEqualTo(before);
    }
  }
}
