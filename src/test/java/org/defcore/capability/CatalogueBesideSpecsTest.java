package org.defcore.capability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.OwnFiles;
import org.defcore.guideline.TestId;
import org.junit.jupiter.api.Test;

/** Our catalogue beside the specifications and the published guidelines that it was made from. */
class CatalogueBesideSpecsTest {

  private final Catalogue catalogue = OwnFiles.CATALOGUE;

  @Test
  void givesEverySpecifiedTestItsBasis() {
    Map<String, String> specified =
        PublishedFiles.specs().stream()
            .collect(
                Collectors.toMap(
                    it -> it.path("id").asText(),
                    it -> it.path("bias").asText().replace("api-only", "api-contract")));
    Map<String, String> catalogued =
        catalogue.entries().stream()
            .filter(it -> specified.containsKey(it.id().toString()))
            .collect(Collectors.toMap(it -> it.id().toString(), it -> it.basis().word()));

    assertThat(catalogued).hasSize(393).isEqualTo(specified);
  }

  @Test
  void leavesOutEveryTestThatIsNotSpecified() {
    Set<String> specified =
        PublishedFiles.allSpecs().stream()
            .map(it -> it.path("id").asText())
            .collect(Collectors.toSet());

    assertThat(catalogue.entries())
        .filteredOn(it -> !specified.contains(it.id().toString()) && it.corrects().isEmpty())
        .hasSize(77)
        .allSatisfy(it -> assertThat(it.absent()).as("why %s is left out", it.name()).isPresent());
  }

  @Test
  void putsEveryTestUnderTheServiceOfItsProject() {
    Map<String, String> services =
        Map.of(
            "keystone", "identity",
            "nova", "compute",
            "glance", "image",
            "neutron", "network",
            "cinder", "volume",
            "swift", "object-store",
            "designate", "dns",
            "heat", "orchestration");

    assertThat(PublishedFiles.specs())
        .allSatisfy(
            it ->
                assertThat(catalogue.entry(TestId.of(it.path("id").asText())))
                    .map(CatalogueEntry::service)
                    .contains(services.get(it.path("project").asText())));
  }

  @Test
  void findsATestByEveryNameThatStandsBesideItsId() {
    Map<String, String> strays = new TreeMap<>();
    named()
        .forEach(
            (name, ids) -> {
              Optional<String> found = catalogue.byName(name).map(it -> it.id().toString());
              if (found.isEmpty() || !ids.equals(Set.of(found.get()))) {
                strays.put(name, found.map(it -> it.substring(0, 8)).orElse("nothing"));
              }
            });

    // Guidelines put both names of 774d2918 beside 6f5b125b as well, into which it was merged.
    assertThat(strays)
        .containsExactly(
            Map.entry(
                "tempest.api.volume.test_volume_metadata.VolumesMetadataTest"
                    + ".test_update_volume_metadata",
                "774d2918"),
            Map.entry(
                "tempest.api.volume.test_volume_metadata.VolumesV2MetadataTest"
                    + ".test_update_volume_metadata",
                "774d2918"));
  }

  /** Ids by every name that specifications and guidelines put beside them. */
  private Map<String, Set<String>> named() {
    Map<String, Set<String>> ids = new TreeMap<>();
    for (JsonNode spec : PublishedFiles.specs()) {
      spec.path("names").forEach(it -> add(ids, it.asText(), spec.path("id").asText()));
    }
    for (JsonNode guideline :
        PublishedFiles.guidelines(PublishedFiles.sharedGuidelines()).values()) {
      PublishedFiles.namesById(guideline)
          .forEach((id, names) -> names.forEach(it -> add(ids, it, id)));
    }
    return ids;
  }

  private static void add(Map<String, Set<String>> ids, String name, String id) {
    ids.computeIfAbsent(name, it -> new TreeSet<>()).add(id);
  }

  @Test
  void leadsWithTheNameOfTheNewestApprovedGuideline() {
    Map<String, JsonNode> guidelines = PublishedFiles.guidelines(PublishedFiles.sharedGuidelines());

    for (String newest : List.of("2020.06", "dns.2020.06", "orchestration.2020.06")) {
      for (JsonNode capability : guidelines.get(newest).path("capabilities")) {
        capability
            .path("tests")
            .fieldNames()
            .forEachRemaining(
                name ->
                    assertThat(catalogue.byName(name)).map(CatalogueEntry::name).contains(name));
      }
    }
  }

  @Test
  void knowsEveryIdOfThePublishedGuidelines() {
    assertThat(PublishedFiles.guidelines(PublishedFiles.sharedGuidelines()))
        .hasSize(27)
        .allSatisfy(
            (guideline, root) ->
                assertThat(PublishedFiles.namesById(root).keySet())
                    .as("ids of %s that the catalogue lacks", guideline)
                    .filteredOn(it -> catalogue.entry(TestId.of(it)).isEmpty())
                    .isEmpty());
  }

  @Test
  void repeatsNoSentenceOfTheSpecifications() {
    Set<String> theirs = new HashSet<>();
    for (JsonNode spec : PublishedFiles.allSpecs()) {
      for (String field : List.of("title", "bias_reason", "notes", "precondition", "assertions")) {
        texts(spec.path(field)).flatMap(CatalogueBesideSpecsTest::sentences).forEach(theirs::add);
      }
    }
    List<Function<CatalogueEntry, String>> ours =
        List.of(CatalogueEntry::title, CatalogueEntry::reason, it -> it.absent().orElse(""));

    assertThat(theirs).hasSizeGreaterThan(1000);
    assertThat(catalogue.entries())
        .flatExtracting(entry -> ours.stream().map(it -> it.apply(entry)).toList())
        .flatMap(it -> sentences(it).toList())
        .filteredOn(theirs::contains)
        .isEmpty();
  }

  private static Stream<String> texts(JsonNode field) {
    return field.isArray() ? field.valueStream().map(JsonNode::asText) : Stream.of(field.asText());
  }

  /** Bare words of each sentence, so that neither case nor punctuation tells two apart. */
  private static Stream<String> sentences(String text) {
    return Stream.of(text.split("[.;:](?:\\s|$)", -1))
        .map(it -> it.toLowerCase(Locale.ROOT).replaceAll("[^\\p{Alnum}]+", " ").strip())
        .filter(it -> !it.isEmpty());
  }
}
