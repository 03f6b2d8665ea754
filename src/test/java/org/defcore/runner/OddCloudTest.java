package org.defcore.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.defcore.guideline.TestId;
import org.defcore.http.message.Exchange;
import org.defcore.result.Fact;
import org.defcore.result.Outcome;
import org.defcore.runner.SimulatedRun.Ended;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run on a cloud that is unlike most others, though in little that tests claim. */
class OddCloudTest {

  private static final String FOREIGN_PROJECTS = "86128d46-e170-4644-866a-cc487f699e1d";

  /** Tests, by id: the address filters, key pairs of a type, versions and quotas of compute. */
  private static final Map<String, Outcome> OUTCOMES =
      Map.of(
          "43a1242e-7b31-48d1-88f2-3f72aa9f2077",
          Outcome.PASSED,
          "a905e287-c35e-42f2-b132-d02b09f3654a",
          Outcome.PASSED,
          "89d59d43-f735-441a-abcf-0601727f47b6",
          Outcome.BLOCKED,
          "6c0a0990-43b6-4529-9b61-5fd8daf7c55c",
          Outcome.ERROR,
          "f1ef0a97-dbbb-4cca-adc5-c9fbc4f76107",
          Outcome.FAILED,
          FOREIGN_PROJECTS,
          Outcome.PASSED);

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
          "identity.tokens.create.set=/token/project/domain/id:\"elsewhere\"",
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
      Selection tests = new Selection(List.copyOf(OUTCOMES.keySet()), List.of(), List.of());

      Ended ended = new SimulatedRun(dir).run(tests, cloud, () -> {});

      assertThat(ended.record().results())
          .allSatisfy(
              it ->
                  assertThat(it.outcome())
                      .as(it.reason())
                      .isEqualTo(OUTCOMES.get(it.id().toString())))
          .hasSameSizeAs(OUTCOMES.keySet());
      assertThat(ended.record().observation())
          .extracting(Fact::name, Fact::value)
          .contains(
              tuple("network.name", "сеть"),
              tuple("network.choice", "external, as there is no other"),
              tuple("image.name", "イメージ"));
      assertThatTheForeignProjectIsNamedInItsOwnDomain(ended);
      assertThat(ended.leaks()).isEmpty();
      assertThat(ended.remains()).isEqualTo(before);
    }
  }

  private static void assertThatTheForeignProjectIsNamedInItsOwnDomain(Ended ended) {
    assertThat(ended.folder().evidence(TestId.of(FOREIGN_PROJECTS)))
        .last()
        .extracting(Exchange::requestBody)
        .asString()
        .contains("elsewhere");
  }
}
