package org.defcore.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.result.Outcome;
import org.defcore.result.TestResult;
import org.defcore.runner.Selection;
import org.defcore.runner.SimulatedRun;
import org.defcore.runner.SimulatedRun.Ended;
import org.defcore.runner.SimulatedSession;
import org.defcore.suite.DefectsByTest.Pair;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks that each API test fails on a defective cloud, and passes on it without the defects; on a
 * new one it passes by {@link SuiteByKindTest}. The documentation of the suite has the table of the
 * caught defects; {@code -Dgolden.update} rewrites it.
 */
@TestInstance(Lifecycle.PER_CLASS)
class SuiteTeethTest {

  // A defect in a call that a shared fixture makes blocks the tests that need the fixture.
  private static final List<Outcome> CAUGHT =
      List.of(Outcome.FAILED, Outcome.BLOCKED, Outcome.ERROR);

  /** Words that need knowledge of Java or of a library. */
  private static final Pattern OF_JAVA =
      Pattern.compile(
          "Expecting|expected: |but was|Optional|Exception|Lambda|\\bjava|@[0-9a-f]{5}|\\d[LS]\\b");

  private final TeethTable table = new TeethTable();
  private final ReasonsPage reasons = new ReasonsPage();
  private final SimulatedSession session;

  SuiteTeethTest(@TempDir Path dir) {
    this.session = new SimulatedSession(dir);
  }

  private static void assertThatAllPass(Ended ended) {
    assertThat(ended.record().results())
        .filteredOn(it -> it.outcome() != Outcome.NOT_IMPLEMENTED)
        .allSatisfy(it -> assertThat(it.outcome()).as(it.reason()).isEqualTo(Outcome.PASSED))
        .extracting(it -> it.id().toString())
        .containsExactlyInAnyOrderElementsOf(SimulatedRun.implemented());
    assertThat(ended.leaks()).isEmpty();
    assertThat(ended.record().remarks()).isEmpty();
    assertThat(ended.remains()).isEmpty();
    assertThat(ended.record().simulated()).isTrue();
    assertThat(ended.record().finished()).isPresent();
  }

  @Test
  void everyTestHasADefectThatItIsToCatch() throws IOException {
    assertThat(testsByDefect().values().stream().flatMap(List::stream).distinct())
        .containsExactlyInAnyOrderElementsOf(SimulatedRun.implemented());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("defects")
  void defectIsCaughtByItsTests(Map.Entry<String, List<String>> defect) throws IOException {
    Ended ended =
        session.run(
            new Selection(defect.getValue(), List.of(), List.of()),
            List.of(defect.getKey().split(" ; ")));

    assertThat(ended.record().results())
        .as(defect.getKey())
        .hasSize(defect.getValue().size())
        .allSatisfy(SuiteTeethTest::failsAndSaysWhichCall)
        .allSatisfy(it -> table.caught(it, defect.getKey()))
        .allSatisfy(it -> reasons.given(it, defect.getKey()));
    assertThat(ended.remains())
        .as("left behind without a word")
        .allMatch(
            resource ->
                ended.leaks().stream().anyMatch(it -> resource.contains(it.entry().name())));
  }

  @AfterAll
  void pagesOfTheDocumentationAreWhatWasSeen() throws IOException {
    // Only if all of them ran: a single one may be asked for by its number.
    if (table.size() == DefectsByTest.pairs().size()) {
      table.assertSame(Path.of("capabilities/TEETH.md"));
      reasons.assertSame(Path.of("capabilities/REASONS.md"));
    }
  }

  @AfterAll
  void theCloudThatHadTheDefectsConformsWithoutThem() throws IOException {
    try (session) {
      assertThatAllPass(session.run(Selection.ALL, List.of()));
    }
  }

  private static void failsAndSaysWhichCall(TestResult result) {
    assertThat(result.outcome()).as("%s: %s", result.name(), result.reason()).isIn(CAUGHT);
    assertThat(result.reason())
        .containsPattern("\\b((GET|PUT|POST|PATCH|DELETE|HEAD|COPY) /|ssh .*@)")
        .doesNotContainPattern(OF_JAVA);
    if (result.outcome() == Outcome.FAILED) {
      assertThat(result.exchange()).isPresent();
    }
  }

  static Stream<Named<Map.Entry<String, List<String>>>> defects() throws IOException {
    return testsByDefect().entrySet().stream().map(it -> Named.of(it.getKey(), it));
  }

  private static Map<String, List<String>> testsByDefect() throws IOException {
    return DefectsByTest.pairs().stream()
        .collect(
            Collectors.groupingBy(
                Pair::defects, TreeMap::new, Collectors.mapping(Pair::test, Collectors.toList())));
  }
}
