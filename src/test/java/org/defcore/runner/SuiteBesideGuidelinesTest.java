package org.defcore.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.OwnFiles;
import org.defcore.capability.Catalogue;
import org.defcore.capability.CatalogueEntry;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineTest;
import org.defcore.guideline.TestId;
import org.defcore.guideline.library.GuidelineLibrary;
import org.junit.jupiter.api.Test;

/** The suite that we ship, beside the guidelines and the catalogue that we ship. */
class SuiteBesideGuidelinesTest {

  private final GuidelineLibrary library = OwnFiles.GUIDELINES;
  private final Catalogue catalogue = OwnFiles.CATALOGUE;
  private final SuiteIndex suite = SuiteIndex.read();

  @Test
  void everyIdOfEveryGuidelineIsImplementedOrCatalogued() {
    // A list may be ahead of the catalogue: its tests are not implemented then.
    List<GuidelineLibrary.Entry> guidelines =
        library.list().stream()
            .filter(it -> it.guideline().orElseThrow().annex().madeFrom().isEmpty())
            .toList();

    assertThat(guidelines).isNotEmpty();
    assertThat(guidelines)
        .allSatisfy(
            entry ->
                assertThat(ids(entry.guideline().orElseThrow()))
                    .as("ids of %s that are neither implemented nor catalogued", entry.name())
                    .filteredOn(it -> suite.find(it).isEmpty() && catalogue.entry(it).isEmpty())
                    .isEmpty());
    assertThat(guidelines.stream().flatMap(it -> ids(it.guideline().orElseThrow()).stream()))
        .as("every id of every guideline")
        .hasSizeGreaterThan(2000);
  }

  private static List<TestId> ids(Guideline guideline) {
    return tests(guideline).flatMap(it -> it.id().stream()).toList();
  }

  private static Stream<GuidelineTest> tests(Guideline guideline) {
    return guideline.capabilities().values().stream().flatMap(it -> it.tests().stream());
  }

  @Test
  void everyTestOfTheSuiteIsInTheCatalogueAndNotSaidToBeAbsent() {
    assertThat(suite.all())
        .isNotEmpty()
        .allSatisfy(
            it ->
                assertThat(catalogue.entry(it.id()))
                    .as("%s in the catalogue", it.id())
                    .get()
                    .extracting(CatalogueEntry::absent)
                    .as("why %s cannot be implemented", it.id())
                    .isEqualTo(Optional.empty()));
  }

  @Test
  void everyTestOfTheSuiteBearsTheNameThatTheNewestGuidelineGivesIt() {
    Map<TestId, String> newest =
        tests(library.find("2020.06"))
            .filter(it -> it.id().isPresent())
            .collect(
                Collectors.toMap(
                    it -> it.id().orElseThrow(), GuidelineTest::name, (first, second) -> first));

    assertThat(suite.all())
        .allSatisfy(
            it ->
                assertThat(
                        Optional.ofNullable(newest.get(it.id()))
                            .map(List::of)
                            .orElseGet(
                                () ->
                                    catalogue
                                        .entry(it.id())
                                        .map(CatalogueEntry::names)
                                        .orElseThrow()))
                    .as("names of %s", it.id())
                    .contains(catalogue.entry(it.id()).orElseThrow().name()));
  }

  @Test
  void everyTestIsDescribedOnceByItsClaimOrElseInTheCatalogue() {
    assertThat(catalogue.entries())
        .allSatisfy(
            it ->
                assertThat(it.title().isEmpty())
                    .as(
                        "%s: has a title in capabilities/%s.yaml only while the suite lacks it",
                        it.name(), it.service())
                    .isEqualTo(suite.find(it.id()).isPresent()));
  }

  @Test
  void everyClaimIsASentenceThatNoOtherTestMakes() {
    assertThat(suite.all())
        .extracting(ImplementedTest::claim)
        .doesNotHaveDuplicates()
        .allSatisfy(it -> assertThat(it).matches("\\p{Lu}[^\\n]{15,}[^.\\s]"));
    assertThat(suite.all())
        .extracting(it -> catalogue.entry(it.id()).orElseThrow().name())
        .allSatisfy(it -> assertThat(it).matches("(defcore|\\w*tempest\\w*)\\.[\\w.:]+"));
  }
}
