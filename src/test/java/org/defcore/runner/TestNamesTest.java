package org.defcore.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.defcore.runner.Chores.capability;
import static org.defcore.runner.Chores.entry;
import static org.defcore.runner.Chores.guideline;
import static org.defcore.runner.Chores.id;
import static org.defcore.runner.Chores.listed;

import java.util.List;
import java.util.Optional;
import org.defcore.capability.Catalogue;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineTest;
import org.defcore.result.Deviation;
import org.defcore.result.PlannedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests as users take them and leave them out. */
class TestNamesTest {

  private static final String UNKNOWN = "00000000-0000-4000-8000-000000000099";

  private final Guideline guideline =
      guideline(
          capability(
              "compute-a",
              listed(1, "t.api.list"),
              listed(2, "t.api.list_by_name"),
              new GuidelineTest(
                  "t.api.show", Optional.of(id(3)), List.of("t.old.show"), Optional.empty()),
              listed(4, "t.api.twin"),
              listed(5, "t.api.twin")));
  private final Planner planner =
      new Planner(
          new Catalogue(
              List.of(
                  entry(1, "compute", List.of("t.api.list", "t.former.list")),
                  entry(2, "compute", List.of("t.api.list_by_name")),
                  entry(9, "compute", List.of("t.api.elsewhere")))),
          SuiteIndex.read("org.defcore.runner.small"));

  private static TestEntry inFile(int line, String text, String note) {
    return new TestEntry("--test-list", Optional.of(new TestEntry.Line("l.txt", line)), text, note);
  }

  private List<PlannedTest> plan(List<TestEntry> tests, List<TestEntry> excluded) {
    return planner.plan(
        guideline, new Selection(tests, List.of(), List.of(), excluded), Optional.empty());
  }

  private String taken(String text) {
    return ids(plan(List.of(inFile(1, text, "")), List.of()));
  }

  private static String ids(List<PlannedTest> tests) {
    return String.join(
        " ",
        tests.stream().map(it -> it.id().toString().replaceFirst(".*0", "")).sorted().toList());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "t.api.list, 1",
    "t.former.list, 1",
    "t.old.show, 3",
    "t.api.twin, 4 5",
    "t.api.lis, 1 2",
    "list$, 1",
    "^t\\.api\\.list, 1 2",
    "^t.api.(?!list|twin), 3",
    "(list|show)\\[id-, 1 3",
    "by_name\\[.*\\bid-0, 2",
    "^t.former, 1",
    "t.api.list[smoke], 1",
    "t.api.list[id-00000000-0000-4000-8000-000000000002], 2",
    "t.gone[id-00000000-0000-4000-8000-000000000003], 3",
    "t.api.list[id-" + UNKNOWN + "], 1",
  })
  void idCountsThenTheWholeNameThenTheExpression(String text, String taken) {
    assertThat(taken(text)).isEqualTo(taken);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "t.api.list[id-00000000-0000-4000-8000-000000000009]",
    "t.api.twin[id-" + UNKNOWN + "]",
    UNKNOWN,
    "t.api.elsewhere",
    "T.API.LIST",
  })
  void nameOfAnotherTestTakesNone(String text) {
    assertThatThrownBy(() -> taken(text))
        .isInstanceOf(SelectionException.class)
        .hasMessage(
            "l.txt:1: %s takes no test of guideline 2030.01: it has the services compute, unknown; its capabilities and tests are listed by: defcore guideline show 2030.01"
                .formatted(text));
  }

  @Test
  void everythingThatTakesNoTestIsToldAtOnce() {
    Selection selection =
        new Selection(
            List.of(
                inFile(1, "t.api.list", ""),
                inFile(4, "t.lost", ""),
                TestEntry.typed("--test", "lost("),
                inFile(7, "t.api.sho", "")),
            List.of("compute-a", "compute-b"),
            List.of("dns", "compute"),
            List.of(TestEntry.typed("--exclude", "tiwn"), TestEntry.typed("--exclude", "twin")));

    assertThatThrownBy(() -> planner.plan(guideline, selection, Optional.empty()))
        .isInstanceOf(SelectionException.class)
        .hasMessage(
            """
            5 entries take no test of guideline 2030.01: it has the services compute, unknown; its capabilities and tests are listed by: defcore guideline show 2030.01
              l.txt:4: t.lost
              --test lost( (no regular expression: Unclosed group)
              --exclude tiwn
              --capability compute-b
              --service dns""");
  }

  @Test
  void exclusionLeavesTestsOutWhateverTakesThemAndIsADeviation() {
    List<TestEntry> excluded =
        List.of(
            TestEntry.typed("--exclude", "t.api.list"),
            new TestEntry(
                "--exclude-list",
                Optional.of(new TestEntry.Line("skip.txt", 3)),
                "twin|show|name",
                "bug 7"));
    Selection selection = new Selection(List.of(), List.of(), List.of(), excluded);

    assertThat(ids(plan(List.of(), excluded.subList(0, 1)))).isEqualTo("2 3 4 5");
    assertThat(ids(plan(List.of(inFile(1, "list", "")), excluded.subList(0, 1)))).isEqualTo("2");
    assertThat(selection).hasToString("--exclude t.api.list --exclude-list skip.txt");
    assertThat(planner.exclusions(List.of(guideline), selection))
        .containsExactly(
            new Deviation("exclusion", "--exclude t.api.list: t.api.list"),
            new Deviation(
                "exclusion",
                "skip.txt:3: twin|show|name (bug 7): t.api.list_by_name, t.api.show, t.api.twin and 1 more"));
  }

  @Test
  void selectionIsShownAsItWasTyped() {
    Selection selection =
        new Selection(
            List.of(
                TestEntry.typed("--test", "a"),
                TestEntry.typed("--test", "b"),
                inFile(1, "c", ""),
                inFile(2, "d", "")),
            List.of(),
            List.of("image"),
            List.of());

    assertThat(selection).hasToString("--test a,b --test-list l.txt --service image");
  }
}
