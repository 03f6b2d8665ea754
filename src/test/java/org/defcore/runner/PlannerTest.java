package org.defcore.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.defcore.runner.Chores.capability;
import static org.defcore.runner.Chores.entry;
import static org.defcore.runner.Chores.guideline;
import static org.defcore.runner.Chores.id;
import static org.defcore.runner.Chores.listed;
import static org.defcore.runner.Chores.named;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.defcore.capability.Applicability;
import org.defcore.capability.Basis;
import org.defcore.capability.Catalogue;
import org.defcore.capability.CatalogueEntry;
import org.defcore.capability.Correction;
import org.defcore.capability.Need;
import org.defcore.guideline.Guideline;
import org.defcore.result.Outcome;
import org.defcore.result.PlannedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlannerTest {

  private static final Preconditions BARE = new Preconditions(List.of());
  private static final SuiteIndex SUITE = SuiteIndex.read("org.defcore.runner.small");

  private final Guideline guideline =
      guideline(
          capability("compute-a", listed(2, "a.second"), listed(1, "a.first")),
          capability("image-b", listed(3, "a.third"), listed(1, "a.first"), listed(7, "a.seven")));

  private static Planner planner(CatalogueEntry... entries) {
    return new Planner(new Catalogue(List.of(entries)), SUITE);
  }

  private static Planner usual() {
    return planner(
        entry(1, "compute", List.of("a.first", "old.first")),
        entry(2, "compute", List.of("a.second")),
        entry(3, "image", List.of("a.third")));
  }

  private static Selection tests(String... tests) {
    return new Selection(List.of(tests), List.of(), List.of());
  }

  private List<PlannedTest> all(Planner planner) {
    return planner.plan(guideline, Selection.ALL, Optional.of(BARE));
  }

  @Test
  void hasEachIdOnceByServiceAndNameUnderAllItsCapabilities() {
    List<PlannedTest> plan = all(usual());

    assertThat(plan)
        .extracting(it -> it.service() + " " + it.name())
        .containsExactly("compute a.first", "compute a.second", "image a.third", "unknown a.seven");
    assertThat(plan.get(0))
        .isEqualTo(
            new PlannedTest(
                id(1),
                "a.first",
                "One",
                "compute",
                List.of("compute-a", "image-b"),
                Optional.empty(),
                "",
                ""));
    assertThat(plan.get(0).toRun()).isTrue();
  }

  @Test
  void whatNobodyKnowsIsNotImplemented() {
    assertThat(all(usual()).get(3))
        .isEqualTo(
            new PlannedTest(
                id(7),
                "a.seven",
                "",
                "unknown",
                List.of("image-b"),
                Optional.of(Outcome.NOT_IMPLEMENTED),
                "",
                "unknown to this version"));
  }

  @Test
  void whatOnlyTheCatalogueKnowsIsNotImplementedForItsReason() {
    CatalogueEntry absent =
        new CatalogueEntry(
            id(7),
            List.of("a.seven"),
            "image",
            "Title 7.",
            Basis.API_CONTRACT,
            "",
            List.of(),
            Optional.of("The API is gone."),
            Applicability.EVERYWHERE,
            Correction.NONE,
            Optional.empty());

    PlannedTest without = find(planner(entry(7, "image", List.of("a.seven"))), 7);
    PlannedTest with = find(planner(absent), 7);

    assertThat(without.decided()).contains(Outcome.NOT_IMPLEMENTED);
    assertThat(without.reason()).isEqualTo("not implemented in this version");
    assertThat(without.claim()).isEqualTo("Title 7.");
    assertThat(with.decided()).contains(Outcome.NOT_IMPLEMENTED);
    assertThat(with.reason()).isEqualTo("The API is gone.");
  }

  private PlannedTest find(Planner planner, int number) {
    return all(planner).stream().filter(it -> it.id().equals(id(number))).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(Need.Kind.class)
  void needThatIsNotMetSkipsWithItsKindAsTheCode(Need.Kind kind) {
    String detail =
        switch (kind) {
          case MICROVERSION -> "compute 2.2";
          case QUOTA -> "volumes 3";
          default -> "x";
        };
    Need need = new Need(kind, detail);
    Planner planner =
        planner(entry(1, "compute", List.of("a.first"), need), entry(2, "x", List.of("a.second")));

    PlannedTest test = find(planner, 1);

    if (Set.of(Need.Kind.SETTING, Need.Kind.ZONE_PARENT, Need.Kind.QUOTA).contains(kind)) {
      assertThat(test.toRun()).as("the cloud has not told").isTrue();
    } else {
      assertThat(test.decided()).contains(Outcome.SKIPPED);
      assertThat(test.code()).isEqualTo("no-" + kind.word());
      assertThat(test.reason()).isEqualTo(BARE.judge(need).reason());
      assertThat(test.claim()).as("claim of the suite").isEqualTo("One");
    }
  }

  @Test
  void firstNeedThatIsNotMetIsTheOneTold() {
    Planner planner =
        planner(
            entry(
                1,
                "compute",
                List.of("a.first"),
                new Need(Need.Kind.SETTING, "x"),
                new Need(Need.Kind.FLAVOR, ""),
                new Need(Need.Kind.IMAGE, "")));

    assertThat(find(planner, 1).code()).isEqualTo("no-flavor");
  }

  @Test
  void nothingIsSkippedWhenNoCloudWasAsked() {
    Planner planner =
        planner(entry(1, "compute", List.of("a.first"), new Need(Need.Kind.ADMIN, "")));

    assertThat(planner.plan(guideline, tests("a.first"), Optional.empty()))
        .allMatch(PlannedTest::toRun);
  }

  @Test
  void guidelineWithoutIdsIsReadByTheNamesThatTestsEverHad() {
    Guideline old = guideline(capability("x", named("old.first"), named("never.heard.of")));

    List<PlannedTest> plan = usual().plan(old, Selection.ALL, Optional.of(BARE));

    assertThat(plan).extracting(PlannedTest::id).containsExactly(id(1));
    assertThat(plan).extracting(PlannedTest::name).containsExactly("a.first");
  }

  @ParameterizedTest
  @CsvSource({
    "00000000-0000-4000-8000-000000000002, a.second",
    "id-00000000-0000-4000-8000-000000000002, a.second",
    "ID-00000000-0000-4000-8000-000000000002, ''",
    "a.first, a.first",
    "old.fir, a.first",
    "third, a.third",
    "a.first[id-00000000-0000-4000-8000-000000000002], a.second",
    "id-0000.*3\\]$, a.third",
    "'', ''",
  })
  void testsAreTakenByIdNameOrPartOfAName(String asked, String taken) {
    if (taken.isEmpty()) {
      assertThatThrownBy(() -> usual().plan(guideline, tests(asked), Optional.of(BARE)))
          .isInstanceOf(SelectionException.class);
    } else {
      assertThat(usual().plan(guideline, tests(asked), Optional.of(BARE)))
          .extracting(PlannedTest::name)
          .containsExactly(taken);
    }
  }

  @Test
  void testIsTakenIfEachKindOfFilterHasAnEntryForIt() {
    Selection selection =
        new Selection(
            List.of("a.first", "a.third", "a.second"),
            List.of("image-b"),
            List.of("compute", "unknown"));

    assertThat(usual().plan(guideline, selection, Optional.of(BARE)))
        .extracting(PlannedTest::name)
        .containsExactly("a.first");
    assertThat(selection)
        .hasToString(
            "--test a.first,a.third,a.second --capability image-b --service compute,unknown");
    assertThat(Selection.ALL).hasToString("");
  }

  @Test
  void selectionThatTakesNothingIsToldWhatThereIs() {
    Selection nothing = new Selection(List.of(), List.of(), List.of("vision"));

    assertThatThrownBy(() -> usual().plan(guideline, nothing, Optional.empty()))
        .isInstanceOf(SelectionException.class)
        .hasMessage(
            "--service vision takes no test of guideline 2030.01: it has the services compute,"
                + " image, unknown; its capabilities and tests are listed by: defcore guideline"
                + " show 2030.01");
    assertThatThrownBy(() -> usual().plan(guideline(), Selection.ALL, Optional.empty()))
        .isInstanceOf(SelectionException.class)
        .hasMessage("guideline 2030.01 lists no test that can be run: choose another");
  }
}
