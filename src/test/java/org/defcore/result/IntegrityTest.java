package org.defcore.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.guideline.TestId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose files are not what it wrote. */
class IntegrityTest {

  @TempDir Path dir;

  private SmallRun run;

  @BeforeEach
  void make() {
    run = SmallRun.in(dir.resolve("run"));
  }

  @Test
  void unchangedRunHasNoProblem() {
    assertThat(run.problems()).isEmpty();
    assertThat(run.record().integrity().words())
        .matches("unchanged since the run, manifest sha256:[0-9a-f]{64}");
  }

  @Test
  void everyChangedByteIsSeenAndItsFileIsNamed() throws IOException {
    run = SmallRun.smallest(dir.resolve("smallest"));
    for (String name : new RunFiles(run.folder().path()).names()) {
      byte[] content = Files.readAllBytes(run.path(name));
      assertThat(content.length).as(name).isBetween(1, 1500);
      for (int i = 0; i < content.length; i++) {
        byte[] changed = content.clone();
        changed[i] ^= 1;
        Files.write(run.path(name), changed);

        assertThat(said()).as("%s, byte %d", name, i).anyMatch(it -> it.startsWith(name + ": "));
      }
      Files.write(run.path(name), content);
    }
    assertThat(run.problems()).as("all as it was").isEmpty();
  }

  /** The problems, or the one for which nothing can be read. */
  private List<String> said() {
    try {
      return run.problems();
    } catch (RunException e) {
      return List.of(e.getMessage().replace(run.folder().path() + "/", ""));
    }
  }

  @Test
  void filesThatAreCutOffOrGoneOrNewAreNamed() throws IOException {
    for (String name : List.of("observation.json", "outcomes.jsonl", "report.json", "manifest")) {
      String whole = run.read(name);
      run.write(name, whole.substring(0, whole.length() - 1));
      assertThat(run.problems()).as(name).contains(name + ": changed since the run ended");
      run.write(name, whole);
    }
    Files.delete(run.path("evidence/" + SmallRun.FAILED + ".har"));
    Files.delete(run.path("ledger.jsonl"));
    run.write("evidence/new.har", "{}");

    assertThat(run.problems())
        .containsExactly(
            "evidence/" + SmallRun.FAILED + ".har: missing since the run ended",
            "evidence/new.har: added since the run ended",
            "ledger.jsonl: missing since the run ended");
  }

  @Test
  void cleanUpMayAddToTheLedgerButNotChangeIt() {
    String ledger = run.read("ledger.jsonl");

    run.write("ledger.jsonl", ledger + "{\"event\":\"deleted\"}\n");
    assertThat(run.problems()).isEmpty();

    run.write("ledger.jsonl", ledger.replace("intent", "intend") + "{\"event\":\"deleted\"}\n");
    assertThat(run.problems()).containsExactly("ledger.jsonl: changed since the run ended");
  }

  @Test
  void manifestIsOneThatSha256sumTakes() {
    assertThat(run.read("manifest").lines())
        .allMatch(it -> it.matches("[0-9a-f]{64}  \\S+|# (run|all): sha256:[0-9a-f]{64}"))
        .anyMatch(it -> it.endsWith("  evidence/" + SmallRun.FLAKY + ".attempt1.har"));
    assertThat(run.record().integrity().manifest().orElseThrow().hash())
        .isEqualTo(
            run.read("manifest")
                .lines()
                .filter(it -> it.startsWith("# run: "))
                .findFirst()
                .orElseThrow()
                .substring(7));
  }

  @Test
  void reportsMayBeWrittenAgainAndVouchForNothing() {
    String hash = run.record().integrity().manifest().orElseThrow().hash();
    run.folder().writeReports(Map.of("report.json", "{\"a\": 1}\n"));

    assertThat(run.problems()).isEmpty();
    assertThat(run.record().integrity().manifest().orElseThrow().hash()).isEqualTo(hash);

    run.write("outcomes.jsonl", run.read("outcomes.jsonl").replace("PT1.5S", "PT1S"));
    run.folder().writeReports(Map.of("report.json", "{\"a\": 2}\n"));

    assertThat(run.problems()).containsExactly("outcomes.jsonl: changed since the run ended");
  }

  @Test
  void changedManifestIsNotMadeGoodByAReport() {
    run.write("manifest", run.read("manifest").replaceFirst("^.", "g"));
    run.folder().writeReports(Map.of("report.json", "{}\n"));

    assertThat(run.problems()).contains("manifest: changed since the run ended");
  }

  @Test
  void runOfAnEarlierVersionIsSaidToHaveNoManifest() throws IOException {
    Files.delete(run.path("manifest"));

    assertThat(run.problems()).isEmpty();
    assertThat(run.record().integrity().words())
        .isEqualTo("no manifest, so changes cannot be detected");
    assertThat(run.result(SmallRun.PASSED).outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void nameOfAFileCannotBreakOutOfItsLine() {
    run.write("a\u001b[31m\nb", "x");

    assertThat(run.problems()).containsExactly("a?[31m?b: added since the run ended");
  }

  @Test
  void manyProblemsAreCounted() {
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      problems.add("file " + i);
    }

    assertThat(new Integrity(Optional.empty(), problems).lines())
        .hasSize(21)
        .endsWith("file 19", "and 10 problems more");
  }

  @Test
  void brokenLinesAreReadPastAndNamed() throws IOException {
    String good = run.read("outcomes.jsonl");
    List<String> lines = good.lines().toList();
    byte[] broken =
        String.join("\n", lines.get(0), "oops", lines.get(1), "7", "", "\0".repeat(64), "")
            .getBytes(StandardCharsets.UTF_8);
    byte[] odd = {(byte) 0xff, '\n'};
    byte[] rest =
        (String.join("\n", lines.subList(2, lines.size())) + "\n{\"id\":\"00")
            .getBytes(StandardCharsets.UTF_8);
    Files.write(run.path("outcomes.jsonl"), concat(broken, odd, rest));

    assertThat(run.problems())
        .filteredOn(it -> it.startsWith("outcomes.jsonl: line "))
        .satisfiesExactly(
            it -> assertThat(it).isEqualTo("outcomes.jsonl: line 12: cut off"),
            it -> assertThat(it).startsWith("outcomes.jsonl: line 2: expected a JSON object: "),
            it -> assertThat(it).endsWith("line 4: expected a JSON object but found \"7\""),
            it -> assertThat(it).endsWith("line 5: expected a JSON object but found \"\""),
            it -> assertThat(it).startsWith("outcomes.jsonl: line 6: expected a JSON object: "),
            it -> assertThat(it).isEqualTo("outcomes.jsonl: line 7: expected UTF-8"));
    assertThat(run.result(SmallRun.FAILED).outcome()).isEqualTo(Outcome.FAILED);
  }

  private static byte[] concat(byte[]... parts) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.write(part);
    }
    return all.toByteArray();
  }

  @Test
  void testWhoseLineIsBrokenWasNotRunAndTheReasonIsTheFile() {
    run.write("outcomes.jsonl", run.read("outcomes.jsonl").replace("\"" + SmallRun.FAILED, "\"x"));

    assertThat(run.result(SmallRun.FAILED))
        .extracting(TestResult::outcome, TestResult::reason)
        .containsExactly(Outcome.NOT_RUN, "outcomes.jsonl has no outcome of it");
  }

  @Test
  void fileOfBrokenLinesAloneIsNotReadToItsEnd() {
    run.write("outcomes.jsonl", "{}\n".repeat(5000));

    assertThat(run.problems())
        .filteredOn(it -> it.startsWith("outcomes.jsonl: line "))
        .hasSize(1000)
        .filteredOn(it -> it.endsWith("; the lines after it were not read"))
        .singleElement()
        .asString()
        .startsWith("outcomes.jsonl: line 1000: ");
  }

  @Test
  void attemptsBeyondAnyRunAreBrokenLines() {
    String line = run.read("outcomes.jsonl").lines().skip(1).findFirst().orElseThrow();
    run.write("outcomes.jsonl", (line + "\n").repeat(102));

    assertThat(run.problems())
        .contains(
            "outcomes.jsonl: line 101: expected at most 100 attempts of a test",
            "outcomes.jsonl: line 102: expected at most 100 attempts of a test");
  }

  @Test
  void brokenObservationAndEvidenceAreReadPastAndNamed() throws IOException {
    run.write("observation.json", "[{\"name\": \"x\"");
    run.write("evidence/" + SmallRun.FAILED + ".har", "");
    Files.delete(run.path("manifest"));

    assertThat(run.problems())
        .satisfiesExactly(
            it -> assertThat(it).startsWith("evidence/" + SmallRun.FAILED + ".har: expected "),
            it ->
                assertThat(it).startsWith("observation.json: line 1: expected a file of a run: "));
    assertThat(run.record().observation()).isEmpty();
    assertThat(run.folder().evidence(SmallRun.FAILED, 1)).isEmpty();
  }

  @Test
  void passOfATestThatThePlanRuledOutStaysWhatThePlanSays() {
    run.write(
        "outcomes.jsonl", run.read("outcomes.jsonl").replace("\"not-implemented\"", "\"passed\""));

    assertThat(run.result(SmallRun.RULED_OUT))
        .extracting(TestResult::outcome, TestResult::reason)
        .containsExactly(
            Outcome.NOT_IMPLEMENTED,
            "passed, which does not count: the plan ruled it out as not-implemented");
    assertThat(run.problems())
        .contains(
            "outcomes.jsonl: 1 pass does not count: the plan ruled it out as not-implemented");
  }

  @Test
  void passWithoutEvidenceDoesNotCount() throws IOException {
    Path har = run.path("evidence/" + SmallRun.PASSED + ".har");
    for (String content : List.of("", "{}", "{\"log\":{\"entries\":[]}}")) {
      Files.writeString(har, content);
      assertThat(refused(SmallRun.PASSED)).as(content).endsWith(": it has no evidence");
    }
    Files.delete(har);
    assertThat(refused(SmallRun.PASSED)).endsWith(": it has no evidence");
    Files.delete(run.path("evidence/" + SmallRun.FLAKY + ".har"));
    assertThat(refused(SmallRun.FLAKY)).endsWith(": it has no evidence");
    assertThat(run.problems())
        .contains("outcomes.jsonl: 2 passes do not count: it has no evidence");
  }

  @Test
  void passWithoutAStartOrAPlaceInThePlanDoesNotCount() {
    String good = run.read("outcomes.jsonl");

    run.write("outcomes.jsonl", good.replaceAll("\"started\":\"[^\"]*\"", "\"started\":null"));
    assertThat(refused(SmallRun.PASSED)).endsWith(": it has no start");

    run.write("outcomes.jsonl", good);
    run.write(
        "plan.json",
        run.read("plan.json")
            .replace(SmallRun.PASSED.toString(), "5".repeat(8) + "-0000-4000-8000-000000000001"));
    assertThat(refused(SmallRun.PASSED)).endsWith(": the plan does not have the test");
  }

  private String refused(TestId id) {
    TestResult result = run.result(id);
    assertThat(result.outcome()).isEqualTo(Outcome.ERROR);
    return result.reason();
  }
}
