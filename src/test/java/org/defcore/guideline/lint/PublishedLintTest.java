package org.defcore.guideline.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.defcore.OwnFiles;
import org.defcore.guideline.Roots;
import org.defcore.guideline.Rule;
import org.defcore.guideline.library.GuidelineLibrary;
import org.defcore.guideline.read.GuidelineSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The published files; the figures were counted from their JSON by other means. An id of three
 * names counts as two findings.
 */
class PublishedLintTest {

  private static final GuidelineSchema SCHEMAS =
      new GuidelineSchema(Path.of("guidelines", "schema"));
  private static final Map<String, LintReport> ORIGINALS = new ConcurrentHashMap<>();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2015.03 | no-tests                 | 6
          2015.04 | all-flagged              | 2
          2015.04 | orphan-capability        | 3
          2015.07 | id-of-two-names          | 5
          2015.07 | flag-code                | 5
          2015.07 | all-flagged              | 6
          2016.01 | id-of-two-names          | 5
          2016.01 | id-trailer               | 29
          2016.01 | no-tests                 | 2
          2016.01 | below-cutoff             | 1
          2016.08 | id-of-two-names          | 5
          2016.08 | orphan-capability        | 1
          2016.08 | below-cutoff             | 4
          2017.01 | test-in-two-capabilities | 61
          2017.01 | id-of-two-names          | 6
          2017.01 | placeholder-test         | 1
          2017.01 | no-id                    | 1
          2017.09 | test-in-two-capabilities | 59
          2017.09 | id-of-two-names          | 2
          2018.02 | test-in-two-capabilities | 57
          2018.02 | id-of-two-names          | 3
          2018.02 | listed-undefined         | 2
          2018.02 | admin-required           | 2
          2018.02 | below-cutoff             | 17
          2018.11 | test-in-two-capabilities | 59
          2018.11 | below-cutoff             | 16
          2019.06 | test-in-two-capabilities | 59
          2019.11 | test-in-two-capabilities | 2
          2020.06 | test-in-two-capabilities | 2
          2020.06 | id-of-two-names          | 0
          2020.06 | misspelt-key             | 3
          2020.06 | required-since           | 1
          2020.06 | orphan-capability        | 1
          2020.06 | below-cutoff             | 17
          2020.06 | all-flagged              | 2
          2020.06 | admin-required           | 2
          2020.06 | id-prefix                | 0
          next    | listed-undefined         | 14
          next    | below-cutoff             | 16
          dns.2020.06 | id-prefix            | 10
          dns.2020.06 | below-cutoff         | 0
          dns.next    | empty-target         | 1
          orchestration.2018.02 | file-name  | 1
          orchestration.2020.06 | id-prefix  | 60
          nfv.next    | older-source         | 1
          """)
  void originalBreaksTheRule(String name, String rule, int times) {
    assertThat(original(name).findings())
        .filteredOn(it -> it.rule().id().equals(rule))
        .hasSize(times);
  }

  @ParameterizedTest
  @CsvSource({"2017.01,4", "2017.09,3", "2018.02,3", "2020.06,0"})
  void aliasesThatAreNamesOfOtherTests(String name, int different) {
    assertThat(
            original(name).findings().stream()
                .filter(it -> it.rule() == Rule.ALIAS_IS_A_NAME || it.rule() == Rule.OWN_ALIAS)
                .map(
                    it ->
                        it.rule() == Rule.OWN_ALIAS
                            ? it.finding().pointer()
                            : it.finding().message())
                .distinct())
        .hasSize(different);
  }

  @Test
  void sevenFaultsOf202006AreNamed() {
    List<LintFinding> findings = original("2020.06").findings();

    assertThat(findings)
        .filteredOn(it -> it.rule() == Rule.MISSPELT_KEY || it.rule() == Rule.REQUIRED_SINCE)
        .extracting(it -> it.finding().pointer())
        .containsExactlyInAnyOrder(
            "/capabilities/objectstore-slo-support/acheivements",
            "/capabilities/objectstore-dlo-support/acheivements",
            "/capabilities/identity-v3-tokens-delete/descriptin",
            "/capabilities/images-v2-import/required_since");
    assertThat(findings)
        .filteredOn(
            it ->
                it.rule() == Rule.JSON_SCHEMA
                    && it.finding().pointer().startsWith("/capabilities/")
                    && !it.finding().message().contains("[\\S]"))
        .extracting(it -> it.finding().message())
        .filteredOn(it -> it.contains("no such key") || it.contains("required properties"))
        .hasSize(6);
  }

  @Test
  void orphanIsNamedWithItsLine() {
    assertThat(original("2020.06").findings())
        .filteredOn(it -> it.rule() == Rule.ORPHAN_CAPABILITY)
        .singleElement()
        .satisfies(
            it -> assertThat(it.finding().pointer()).isEqualTo("/capabilities/images-v2-import"))
        .satisfies(it -> assertThat(it.line()).isGreaterThan(1));
  }

  @Test
  void noPublishedFileHasAnError() {
    List<GuidelineLibrary.Entry> entries = Roots.ORIGINALS.library().list();

    assertThat(entries).hasSizeGreaterThanOrEqualTo(26);
    for (GuidelineLibrary.Entry entry : entries) {
      assertThat(original(entry.name()).count(Rule.Level.ERROR)).as(entry.name()).isZero();
    }
  }

  @Test
  void noGuidelineOfOursHasAnError() {
    GuidelineLibrary library = OwnFiles.GUIDELINES;

    assertThat(library.list()).isNotEmpty();
    for (GuidelineLibrary.Entry entry : library.list()) {
      LintReport report = lint(library).check(entry.name());

      assertThat(report.count(Rule.Level.ERROR)).as(entry.name()).isZero();
      assertThat(report.readable()).as(entry.name()).isTrue();
    }
  }

  /** Those that were asked for before are not made again. */
  private static LintReport original(String name) {
    return ORIGINALS.computeIfAbsent(name, lint(Roots.ORIGINALS.library())::check);
  }

  private static Lint lint(GuidelineLibrary library) {
    return new Lint(library, SCHEMAS);
  }
}
