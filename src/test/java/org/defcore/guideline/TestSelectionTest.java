package org.defcore.guideline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.defcore.guideline.TestSelection.Aliases;
import org.defcore.guideline.TestSelection.Flagged;
import org.defcore.guideline.read.GuidelineReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestSelectionTest {

  private static final String GUIDELINE =
      """
      {"metadata": {"id": "mine.1", "schema": "2.0",
         "os_trademark_approval": {"status": "draft", "releases": [], "target_approval": "2030.01"}},
       "platforms": {"OpenStack Powered Platform":
         {"components": [{"name": "one"}, {"name": "two"}]}},
       "components": {
         "one": {"capabilities": {"required": ["both", "late"], "advisory": [], "deprecated": [],
           "removed": []}},
         "two": {"capabilities": {"required": ["second"], "advisory": ["both", "hint"]}}},
       "capabilities": {
         "hint": {"achievements": [], "admin": false, "description": "", "project": "x",
           "tests": {"h": {"idempotent_id": "id-00000000-0000-0000-0000-00000000000a"}}},
         "both": {"achievements": [], "admin": false, "description": "", "project": "x",
           "tests": {
             "z.old": {"idempotent_id": "id-00000000-0000-0000-0000-000000000001",
               "aliases": ["z.older"]},
             "flagged": {"idempotent_id": "id-00000000-0000-0000-0000-000000000002",
               "aliases": ["flagged.older"],
               "flagged": {"reason": "D400 x", "action": "y", "date": "2020-01-01"}}}},
         "late": {"achievements": [], "admin": false, "description": "", "project": "x",
           "tests": {"a.new": {"idempotent_id": "id-00000000-0000-0000-0000-000000000001"}}},
         "second": {"achievements": [], "admin": false, "description": "", "project": "x",
           "tests": {"z.old": {"idempotent_id": "id-00000000-0000-0000-0000-000000000001"},
             "plain": {"idempotent_id": ""}}}}}
      """;

  private final Guideline guideline = new GuidelineReader().read("mine", GUIDELINE.getBytes(UTF_8));
  private final Target platform = guideline.target("platform").orElseThrow();

  @ParameterizedTest
  @EnumSource
  void listsOf202006HaveTheLengthsThatRefStackGave(Roots root) {
    Guideline published = root.library().find("2020.06");

    assertThat(lines(published, Flagged.EXCLUDE, Aliases.OMIT)).hasSize(273);
    assertThat(lines(published, Flagged.EXCLUDE, Aliases.INCLUDE)).hasSize(375);
    assertThat(lines(published, Flagged.INCLUDE, Aliases.INCLUDE)).hasSize(388);
    assertThat(
            TestSelection.counted().entries(published, published.target("platform").orElseThrow()))
        .hasSize(275);
    assertThat(repeatedLines(published, Flagged.EXCLUDE)).isEqualTo(377);
    assertThat(repeatedLines(published, Flagged.INCLUDE)).isEqualTo(390);
  }

  @ParameterizedTest
  @EnumSource
  void listOf201802RepeatsATestForEachOfItsCapabilitiesOnlyInRefStack(Roots root) {
    Guideline published = root.library().find("2018.02");

    assertThat(repeatedLines(published, Flagged.EXCLUDE)).isEqualTo(479);
    assertThat(lines(published, Flagged.EXCLUDE, Aliases.INCLUDE)).hasSize(368);
  }

  @Test
  void linesAreSortedNamesWithIds() {
    assertThat(TestSelection.counted().lines(guideline, platform))
        .containsExactly(
            "a.new[id-00000000-0000-0000-0000-000000000001]",
            "plain",
            "z.old[id-00000000-0000-0000-0000-000000000001]");
  }

  @Test
  void testsOfOneIdAreOneTest() {
    assertThat(TestSelection.counted().tests(guideline, platform))
        .containsExactly(
            new TestSelection.Selected(
                "plain",
                Optional.empty(),
                List.of("plain"),
                Status.REQUIRED,
                false,
                List.of("second")),
            new TestSelection.Selected(
                "z.old",
                TestId.parse("00000000-0000-0000-0000-000000000001"),
                List.of("a.new", "z.old"),
                Status.REQUIRED,
                false,
                List.of("both", "late", "second")));
  }

  @Test
  void flaggedTestsCanBeTheOnlyOnes() {
    assertThat(select(Set.of(Status.REQUIRED), Flagged.ONLY, Aliases.OMIT))
        .containsExactly("flagged[id-00000000-0000-0000-0000-000000000002]");
  }

  @Test
  void aliasesOfTestsThatAreNotWantedAreNotListed() {
    assertThat(select(Set.of(Status.REQUIRED), Flagged.EXCLUDE, Aliases.INCLUDE))
        .contains("z.older[id-00000000-0000-0000-0000-000000000001]")
        .noneMatch(it -> it.startsWith("flagged"));
  }

  @Test
  void statusIsTheStrongestOfAllComponents() {
    assertThat(select(Set.of(Status.ADVISORY), Flagged.INCLUDE, Aliases.OMIT))
        .containsExactly("h[id-00000000-0000-0000-0000-00000000000a]");
    assertThat(select(EnumSet.allOf(Status.class), Flagged.INCLUDE, Aliases.OMIT)).hasSize(5);
  }

  @ParameterizedTest
  @EnumSource
  void identityAuthIsRequiredOfThePlatformAndAdvisoryForObjects(Roots root) {
    Guideline published = root.library().find("2015.05");

    assertThat(status(published, "platform")).isEqualTo(Status.REQUIRED);
    assertThat(status(published, "compute")).isEqualTo(Status.REQUIRED);
    assertThat(status(published, "object")).isEqualTo(Status.ADVISORY);
  }

  private static Status status(Guideline published, String target) {
    return published.requirements(published.target(target).orElseThrow()).stream()
        .filter(it -> it.capability().name().equals("identity-auth"))
        .findFirst()
        .orElseThrow()
        .status();
  }

  private List<String> select(Set<Status> statuses, Flagged flagged, Aliases aliases) {
    return new TestSelection(statuses, flagged, aliases).lines(guideline, platform);
  }

  private static List<String> lines(Guideline published, Flagged flagged, Aliases aliases) {
    return new TestSelection(Set.of(Status.REQUIRED), flagged, aliases)
        .lines(published, published.target("platform").orElseThrow());
  }

  private static int repeatedLines(Guideline published, Flagged flagged) {
    return new TestSelection(Set.of(Status.REQUIRED), flagged, Aliases.INCLUDE)
        .entries(published, published.target("platform").orElseThrow()).stream()
            .mapToInt(it -> 1 + it.test().aliases().size())
            .sum();
  }
}
