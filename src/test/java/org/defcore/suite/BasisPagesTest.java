package org.defcore.suite;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.defcore.OwnFiles;
import org.defcore.capability.Basis;
import org.defcore.capability.Catalogue;
import org.defcore.capability.CatalogueEntry;
import org.defcore.capability.Kind;
import org.defcore.capability.Operation;
import org.defcore.guideline.Guideline;
import org.defcore.runner.SuiteIndex;
import org.junit.jupiter.api.Test;

/**
 * The pages for those who argue about what tests rest on, made of the catalogue, the suite and the
 * guidelines; {@code -Dgolden.update} writes them anew.
 */
class BasisPagesTest {

  private final SuiteIndex suite = SuiteIndex.read();
  private final Catalogue catalogue = suite.titled(OwnFiles.CATALOGUE);
  private final Guideline guideline = OwnFiles.GUIDELINES.find("2020.06");

  @Test
  void tableHasEveryTestOfTheLastGuideline() throws IOException {
    GoldenPage.assertSame(Path.of("capabilities/BASIS.md"), basisPage());
  }

  @Test
  void pageOfTheDraftHasEveryTestThatAsksForMoreThanTheApi() throws IOException {
    GoldenPage.assertSame(Path.of("guidelines/2026.11.md"), draftPage());
  }

  @Test
  void everyCorrectedTestIsInTheSuite() {
    assertThat(beyondTheApi().flatMap(it -> catalogue.correctionOf(it.id()).stream()))
        .hasSizeGreaterThanOrEqualTo(10)
        .allSatisfy(it -> assertThat(suite.find(it.id())).as(it.name()).isPresent());
  }

  private String basisPage() {
    TreeMap<Basis, Integer> counts = new TreeMap<>();
    listed().forEach(it -> counts.merge(it.basis(), 1, Integer::sum));
    String totals =
        counts.entrySet().stream()
            .map(it -> "| %s | %d |%n".formatted(it.getKey().word(), it.getValue()))
            .collect(joining());
    return BasisTexts.TABLE_HEAD.formatted(totals)
        + listed().map(this::row).collect(joining())
        + BasisTexts.RGW_HEAD
        + listed().flatMap(it -> rgw(it).stream()).collect(joining());
  }

  private String row(CatalogueEntry entry) {
    return "| %s | %s | %s | %s | %s |%n"
        .formatted(
            GoldenPage.cell(label(entry) + " " + entry.title()),
            entry.basis().word(),
            GoldenPage.cell(entry.reason()),
            takenForGranted(entry),
            GoldenPage.cell(correction(entry)));
  }

  private static Optional<String> rgw(CatalogueEntry entry) {
    return entry
        .rgw()
        .map(
            it ->
                "| %s | %s |%n"
                    .formatted(
                        GoldenPage.cell(label(entry) + " " + entry.title()), GoldenPage.cell(it)));
  }

  private static String takenForGranted(CatalogueEntry entry) {
    String kinds = entry.applicability().kinds().stream().map(Kind::word).collect(joining(" or "));
    return Stream.concat(
            entry.applicability().operations().stream().map(Operation::word),
            Stream.of(kinds).filter(it -> !it.isEmpty()))
        .collect(joining(", "));
  }

  private String correction(CatalogueEntry entry) {
    if (!entry.basis().isBeyondTheApi()) {
      return "";
    }
    return catalogue
        .correctionOf(entry.id())
        .map(it -> label(it) + " " + it.title())
        .or(() -> entry.correction().uncorrected().map(it -> "None: " + it))
        .orElse(BasisTexts.NOT_YET);
  }

  private String draftPage() {
    return BasisTexts.DRAFT_HEAD
        + beyondTheApi()
            .flatMap(it -> catalogue.correctionOf(it.id()).map(by -> corrected(it, by)).stream())
            .collect(joining("\n"))
        + BasisTexts.KEPT_HEAD
        + beyondTheApi()
            .filter(it -> catalogue.correctionOf(it.id()).isEmpty())
            .map(it -> "- %s %s *%s*%n".formatted(label(it), it.title(), correction(it)))
            .collect(joining())
        + BasisTexts.DRAFT_FOOT;
  }

  private String corrected(CatalogueEntry original, CatalogueEntry by) {
    return BasisTexts.CORRECTED.formatted(
        capabilities(original),
        label(original),
        original.title(),
        original.basis().word(),
        original.reason(),
        label(by),
        by.title(),
        by.correction().lost().orElseThrow());
  }

  private String capabilities(CatalogueEntry entry) {
    return guideline.capabilities().values().stream()
        .filter(
            it -> it.tests().stream().anyMatch(test -> test.id().equals(Optional.of(entry.id()))))
        .map(it -> "`" + it.name() + "`")
        .collect(joining(", "));
  }

  private static String label(CatalogueEntry entry) {
    return "`%s` %s:".formatted(entry.name().replaceFirst("^tempest\\.api\\.", ""), entry.id());
  }

  private Stream<CatalogueEntry> beyondTheApi() {
    return listed().filter(it -> it.basis().isBeyondTheApi());
  }

  /** Each once, by service, then name. */
  private Stream<CatalogueEntry> listed() {
    return guideline.capabilities().values().stream()
        .flatMap(it -> it.tests().stream())
        .flatMap(it -> it.id().stream())
        .distinct()
        .map(it -> catalogue.entry(it).orElseThrow())
        .sorted(Comparator.comparing(CatalogueEntry::service).thenComparing(CatalogueEntry::name));
  }
}
