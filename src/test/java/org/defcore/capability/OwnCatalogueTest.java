package org.defcore.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.defcore.guideline.TestId;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue that we publish, looked at by itself and beside our guidelines. */
class OwnCatalogueTest {

  private static final Path FOLDER = Path.of("capabilities");
  private static final Path GUIDELINES = Path.of("guidelines");

  private final Catalogue catalogue = new CatalogueReader().read(FOLDER);

  @ParameterizedTest
  @MethodSource("countsOfServices")
  void hasEveryTestOfAService(String service, List<Integer> countsByBasis) {
    List<Integer> counts =
        Arrays.stream(Basis.values())
            .map(
                basis ->
                    (int)
                        catalogue.entries().stream()
                            .filter(it -> it.service().equals(service) && it.basis() == basis)
                            .count())
            .toList();

    assertThat(counts)
        .as("%s: counts of %s", service, List.of(Basis.values()))
        .isEqualTo(countsByBasis);
  }

  static Stream<Arguments> countsOfServices() {
    return Stream.of(
        arguments("identity", List.of(8, 0, 0, 0)),
        arguments("compute", List.of(82, 5, 2, 15)),
        arguments("image", List.of(23, 0, 0, 0)),
        arguments("network", List.of(63, 0, 0, 4)),
        arguments("volume", List.of(57, 3, 0, 4)),
        arguments("object-store", List.of(40, 0, 0, 17)),
        arguments("dns", List.of(9, 0, 0, 1)),
        arguments("orchestration", List.of(26, 2, 0, 32)));
  }

  @Test
  void leavesOutOnlyWhatUpstreamTookOut() {
    assertThat(catalogue.entries())
        .filteredOn(it -> it.absent().isPresent())
        .extracting(it -> it.id().toString().substring(0, 8))
        .containsExactlyInAnyOrder("12c80a9f", "f01904f2", "bd2363bc", "774d2918", "cf9e21f5");
  }

  @Test
  void saysInEachTitleSomethingThatNoOtherTitleSays() {
    assertThat(catalogue.entries()).extracting(CatalogueEntry::title).doesNotHaveDuplicates();
    assertThat(catalogue.entries())
        .extracting(CatalogueEntry::title)
        .allSatisfy(it -> assertThat(it).endsWith(".").doesNotContain("..", "\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "identity",
        "compute",
        "image",
        "network",
        "volume",
        "object-store",
        "dns",
        "orchestration"
      })
  void keepsEachFileInTheOrderOfItsNames(String service) throws IOException {
    String text = Files.readString(FOLDER.resolve(service + ".yaml"));

    List<String> idsInFile =
        text.lines()
            .filter(it -> it.startsWith("  - id: "))
            .map(it -> it.substring("  - id: ".length()))
            .toList();

    assertThat(idsInFile)
        .isEqualTo(
            catalogue.entries().stream()
                .filter(it -> it.service().equals(service))
                .map(it -> it.id().toString())
                .toList());
  }

  @ParameterizedTest
  @MethodSource("needsOfTests")
  void asksForWhatATestCannotDoWithout(String name, String needs) {
    assertThat(catalogue.byName(name))
        .get()
        .extracting(it -> String.join(", ", it.needs().stream().map(Need::toString).toList()))
        .isEqualTo(needs);
  }

  static Stream<Arguments> needsOfTests() {
    return Stream.of(
        arguments(
            "tempest.api.identity.v3.test_projects.IdentityV3ProjectsTest"
                + ".test_list_projects_returns_only_authorized_projects",
            "service identity, password, second-project"),
        arguments(
            "tempest.api.compute.keypairs.test_keypairs_v22.KeyPairsV22TestJSON"
                + ".test_keypairsv22_create_list_show_with_type",
            "service compute, microversion compute 2.2"),
        arguments(
            "tempest.api.compute.flavors.test_flavors.FlavorsV2TestJSON.test_list_flavors",
            "service compute, flavor"),
        arguments(
            "tempest.api.compute.test_versions.TestVersions.test_list_api_versions",
            "service compute"),
        arguments(
            "tempest.api.network.test_networks.NetworksTest.test_external_network_visibility",
            "service network, extension external-net, external-network"));
  }

  @Test
  void knowsTheTestsOfOurGuidelines() {
    Assumptions.assumeTrue(Files.isDirectory(GUIDELINES), "no guidelines folder to look at");

    Map<String, JsonNode> guidelines = PublishedFiles.guidelines(GUIDELINES);

    assertThat(guidelines).isNotEmpty();
    assertThat(guidelines)
        .allSatisfy(
            (guideline, root) ->
                assertThat(PublishedFiles.namesById(root).keySet())
                    .as("ids of %s that the catalogue lacks", guideline)
                    .filteredOn(it -> catalogue.entry(TestId.of(it)).isEmpty())
                    .hasSize(PublishedFiles.uncatalogued(guideline)));
  }
}
