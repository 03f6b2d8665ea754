package org.defcore.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.defcore.guideline.TestId;
import org.defcore.guideline.list.KnownTests;
import org.defcore.result.Outcome;
import org.defcore.result.TestResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportedResultsTest {

  private static final TestId ONE = TestId.of("00000000-0000-4000-8000-000000000001");
  private static final TestId TWO = TestId.of("00000000-0000-4000-8000-000000000002");
  private static final String TEST = "a.B.test_one";
  private static final String VARIANT = "a.C.test_one";

  private static final KnownTests KNOWN =
      new KnownTests(List.of(), Map.of(TEST, ONE, VARIANT, ONE, "a.B.test_two", TWO));

  @TempDir private Path folder;
  private final SubunitWriter out = new SubunitWriter();

  private ImportedResults results() {
    return ImportedResults.of(
        List.of(ForeignSamples.read(folder, "s", out.bytes())), KNOWN, it -> "");
  }

  private Outcome outcome() {
    return results().attempts().get(ONE).stream()
        .reduce(TestResult::retried)
        .orElseThrow()
        .outcome();
  }

  @Test
  void aPassAfterAFailureIsFlaky() {
    out.end(TEST, SubunitWriter.FAIL, 1);
    out.end(TEST, SubunitWriter.SUCCESS, 2);

    assertThat(outcome()).isEqualTo(Outcome.FLAKY);
  }

  @Test
  void aFailureAfterAPassIsAFailure() {
    out.end(TEST, SubunitWriter.FAIL, 2);
    out.end(TEST, SubunitWriter.SUCCESS, 1);

    assertThat(outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void twoPassesAreAPass() {
    out.end(TEST, SubunitWriter.SUCCESS, 1);
    out.end(TEST, SubunitWriter.SUCCESS, 2);
    out.end(TEST, SubunitWriter.SKIP, 3);

    assertThat(outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void withoutTimesTheWorstOfSeveralResultsCounts() {
    String xml =
        """
        <testsuite>
        <testcase classname="a.B" name="test_one"><failure>no</failure></testcase>
        <testcase classname="a.B" name="test_one"/>
        </testsuite>
        """;
    ForeignSource source = ForeignSamples.read(folder, "j.xml", ForeignSamples.bytes(xml));

    assertThat(ImportedResults.of(List.of(source), KNOWN, it -> "").attempts().get(ONE))
        .extracting(TestResult::outcome)
        .containsExactly(Outcome.FAILED);
  }

  @Test
  void ofTwoVariantsTheWorstCounts() {
    out.end(TEST, SubunitWriter.FAIL, 1);
    out.end(VARIANT, SubunitWriter.SUCCESS, 2);

    assertThat(outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void aSkippedVariantTakesNothingFromOneThatRan() {
    out.end(TEST, SubunitWriter.SKIP, 1);
    out.end(VARIANT, SubunitWriter.SUCCESS, 2);

    assertThat(outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void aClassThatCannotBeSetUpBlocksItsTests() {
    out.begin("setUpClass (a.B)", 1);
    out.file("setUpClass (a.B)", "traceback", "text/plain", "Traceback:\n  x\nServerFault: no\n");
    out.end("setUpClass (a.B)", SubunitWriter.FAIL, 2);

    ImportedResults results = results();

    assertThat(results.attempts().values())
        .flatExtracting(it -> it)
        .extracting(TestResult::outcome, TestResult::reason)
        .containsExactly(
            tuple(Outcome.BLOCKED, "setUpClass of a.B: ServerFault: no"),
            tuple(Outcome.BLOCKED, "setUpClass of a.B: ServerFault: no"));
    assertThat(results.attachments()).containsOnlyKeys("a.B");
  }

  @Test
  void aClassThatIsSkippedSkipsItsTests() {
    out.begin("setUpClass (a.B)", 1);
    out.file("setUpClass (a.B)", "reason", "text/plain", "no network");
    out.end("setUpClass (a.B)", SubunitWriter.SKIP, 2);

    assertThat(results().attempts().get(TWO))
        .extracting(TestResult::outcome, TestResult::code, TestResult::reason)
        .containsExactly(tuple(Outcome.SKIPPED, "by-source", "setUpClass of a.B: no network"));
  }

  @Test
  void whatMatchesNothingIsListed() {
    out.end(TEST, SubunitWriter.SUCCESS, 1);
    out.end("x.Y.test_z", SubunitWriter.FAIL, 1);

    assertThat(results().unmatched())
        .extracting(ImportedResults.Unmatched::words)
        .containsExactly(
            "s: x.Y.test_z (failed): no guideline and no entry of the catalogue has this name");
  }

  @Test
  void secretsReachNeitherReasonsNorTexts() {
    out.begin(TEST, 1);
    out.file(TEST, "pythonlogging:''", "text/plain", "Body: {'adminPass': 'Pl4nted-s3cret'}\n");
    out.file(TEST, "traceback", "text/plain", "Traceback:\n  x\nSSH: Pl4nted-s3cret refused\n");
    out.end(TEST, SubunitWriter.FAIL, 2);
    out.end("x.Y.test_z[token=gAAAAABlbXw1k2JQzZ0x9mQ7yV3bT5nC8dL4fH6jW1sE0rU]", 3, 3);

    ImportedResults results = results();

    assertThat(results.attempts().get(ONE).get(0).reason()).isEqualTo("SSH: [redacted] refused");
    assertThat(results.attachments().toString() + results.unmatched())
        .contains("adminPass", "[redacted]")
        .doesNotContain("Pl4nted", "gAAAA");
  }

  @Test
  void scenariosOfATestAreNoAttemptsOfIt() {
    out.end(TEST + "[id-" + ONE + ",smoke](v2)", SubunitWriter.FAIL, 1);
    out.end(TEST + "[id-" + ONE + ",smoke](v3)", SubunitWriter.SUCCESS, 2);

    assertThat(outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void aNameThatNobodyKnowsIsNotKept() {
    out.end("a.B.renamed[id-" + ONE + "]", SubunitWriter.SUCCESS, 1);
    out.end("a.C.renamed[id-" + ONE + "]", SubunitWriter.FAIL, 2);

    assertThat(results().attempts().get(ONE))
        .extracting(TestResult::name, TestResult::outcome)
        .containsExactly(tuple(KNOWN.name(ONE).orElseThrow(), Outcome.FAILED));
  }
}
