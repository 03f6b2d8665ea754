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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.OwnFiles;
import org.defcore.guideline.TestId;
import org.defcore.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue that we publish, looked at by itself and beside our guidelines. */
class OwnCatalogueTest {

  private static final Path FOLDER = Path.of("capabilities");
  private static final Path GUIDELINES = Path.of("guidelines");

  private final Catalogue catalogue = OwnFiles.CATALOGUE;

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
        arguments("identity", List.of(15, 0, 0, 4)),
        arguments("compute", List.of(98, 19, 2, 19)),
        arguments("image", List.of(32, 0, 0, 0)),
        arguments("network", List.of(120, 0, 0, 13)),
        arguments("volume", List.of(81, 3, 0, 5)),
        arguments("object-store", List.of(48, 0, 0, 17)),
        arguments("dns", List.of(9, 0, 0, 1)),
        arguments("orchestration", List.of(26, 2, 0, 32)));
  }

  @Test
  void leavesOutWhatNoGuidelineSince2016ListsAndWhatUpstreamTookOut() {
    Map<String, JsonNode> later = guidelines();
    later.keySet().removeAll(Set.of("2015.07", "2016.01", "2016.08", "nfv.next"));
    Set<String> listedLater =
        later.values().stream()
            .flatMap(it -> PublishedFiles.namesById(it).keySet().stream())
            .collect(Collectors.toSet());

    List<String> leftOut =
        catalogue.entries().stream()
            .filter(it -> it.absent().isPresent())
            .map(it -> it.id().toString())
            .toList();

    assertThat(leftOut).hasSize(81);
    assertThat(leftOut)
        .filteredOn(listedLater::contains)
        .extracting(it -> it.substring(0, 8))
        .containsExactlyInAnyOrder("12c80a9f", "f01904f2", "774d2918", "cf9e21f5");
  }

  @Test
  void tellsInASentenceWhyATestIsLeftOut() {
    assertThat(catalogue.entries())
        .flatExtracting(it -> it.absent().stream().toList())
        .allSatisfy(it -> assertThat(it).endsWith(".").doesNotContain("..", "\n"));
  }

  @Test
  void saysInEachTitleSomethingThatNoOtherTitleSays() {
    assertThat(catalogue.entries())
        .extracting(CatalogueEntry::title)
        .filteredOn(it -> !it.isEmpty())
        .doesNotHaveDuplicates()
        .allSatisfy(it -> assertThat(it).endsWith(".").doesNotContain("..", "\n"));
  }

  @ParameterizedTest
  @MethodSource("services")
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

  static List<String> services() {
    return Service.words();
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
  void knowsEveryIdOfEveryGuideline() {
    Map<String, JsonNode> guidelines = guidelines();

    assertThat(guidelines).hasSize(30);
    // A list may be ahead of the catalogue: its tests are not implemented then.
    guidelines.values().removeIf(it -> it.at("/metadata").has("made_from"));
    assertThat(guidelines)
        .allSatisfy(
            (guideline, root) ->
                assertThat(PublishedFiles.namesById(root).keySet())
                    .as("ids of %s that the catalogue lacks", guideline)
                    .filteredOn(it -> catalogue.entry(TestId.of(it)).isEmpty())
                    .isEmpty());
  }

  @Test
  void holdsNothingThatNoGuidelineLists() {
    Set<String> listed =
        guidelines().values().stream()
            .flatMap(it -> PublishedFiles.namesById(it).keySet().stream())
            .collect(Collectors.toSet());

    assertThat(catalogue.entries()).extracting(it -> it.id().toString()).hasSize(546);
    assertThat(catalogue.entries())
        .filteredOn(it -> !listed.contains(it.id().toString()))
        .isEmpty();
  }

  @Test
  void resolvesEveryNameOfGuidelinesWithoutIdsExceptOne() {
    Map<String, JsonNode> guidelines = guidelines();
    Set<String> names = new TreeSet<>();
    for (String old : List.of("2015.03", "2015.04", "2015.05")) {
      names.addAll(PublishedFiles.bareNames(guidelines.get(old)));
    }

    // No guideline with ids lists this one, so there is nothing to put it under.
    assertThat(names).hasSize(129);
    assertThat(names)
        .filteredOn(it -> catalogue.byName(it).isEmpty())
        .containsExactly(
            "tempest.api.compute.servers.test_server_actions.ServerActionsTestJSON"
                + ".test_get_console_output");
  }

  @Test
  void leavesPlaceHoldersOfGuidelinesAlone() {
    Set<String> placeHolders = new TreeSet<>();
    guidelines().values().forEach(it -> placeHolders.addAll(PublishedFiles.namesWithoutId(it)));

    assertThat(placeHolders).containsExactly("tempest.api.volume.NEED_TEST");
    assertThat(catalogue.byName("tempest.api.volume.NEED_TEST")).isEmpty();
  }

  @Test
  void correctsOnlyTestsThatAskForMoreThanTheApi() {
    List<CatalogueEntry> corrected =
        catalogue.entries().stream().filter(it -> it.corrects().isPresent()).toList();

    assertThat(corrected)
        .hasSizeGreaterThanOrEqualTo(10)
        .allSatisfy(
            it ->
                assertThat(it.corrects().flatMap(catalogue::entry))
                    .as("what %s corrects", it.name())
                    .get()
                    .matches(original -> original.basis().isBeyondTheApi(), "beyond the API")
                    .extracting(CatalogueEntry::service)
                    .isEqualTo(it.service()))
        .noneMatch(it -> it.basis().isBeyondTheApi());
    assertThat(corrected).extracting(CatalogueEntry::corrects).doesNotHaveDuplicates();
  }

  @Test
  void saysOfNoTestBothThatItIsCorrectedAndWhyNot() {
    assertThat(catalogue.entries())
        .filteredOn(it -> it.correction().uncorrected().isPresent())
        .isNotEmpty()
        .allSatisfy(it -> assertThat(catalogue.correctionOf(it.id())).isEmpty());
  }

  @Test
  void tellsInASentenceWhatIsLostAndWhyNothingIsCorrected() {
    assertThat(catalogue.entries())
        .flatExtracting(
            it ->
                Stream.concat(
                        it.correction().lost().stream(), it.correction().uncorrected().stream())
                    .toList())
        .allSatisfy(it -> assertThat(it).endsWith(".").doesNotContain("..", "\n"));
  }

  private static Map<String, JsonNode> guidelines() {
    return PublishedFiles.guidelines(GUIDELINES);
  }
}
