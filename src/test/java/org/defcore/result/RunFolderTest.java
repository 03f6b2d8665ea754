package org.defcore.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.defcore.guideline.TestId;
import org.defcore.http.message.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

  private static final TestId FIRST = TestId.of("00000000-0000-4000-8000-000000000001");
  private static final TestId SECOND = TestId.of("00000000-0000-4000-8000-000000000002");
  private static final TestId THIRD = TestId.of("00000000-0000-4000-8000-000000000003");
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  @TempDir Path dir;

  @Test
  void recordHoldsEveryPlannedTestOnce() {
    RunFolder folder = RunFolder.reserve(dir.resolve("run"));
    folder.begin(plan(), List.of(new Fact("image.id", "7", "GET /v2/images")));
    folder.append(failed());
    folder.finish(NOON.plusSeconds(60));

    RunRecord record = RunFolder.of(folder.path()).record();

    assertThat(record.results())
        .extracting(TestResult::id, TestResult::outcome)
        .containsExactly(
            tuple(FIRST, Outcome.FAILED),
            tuple(SECOND, Outcome.SKIPPED),
            tuple(THIRD, Outcome.NOT_RUN));
    assertThat(record.results().get(0)).isEqualTo(failed());
    assertThat(record.finished()).contains(NOON.plusSeconds(60));
    assertThat(record.observation()).containsExactly(new Fact("image.id", "7", "GET /v2/images"));
    assertThat(folder.plan()).isEqualTo(plan());
  }

  @Test
  void whatTheRunHasShownCountsInsteadOfWhatWasSeenBefore() {
    RunFolder folder = RunFolder.reserve(dir.resolve("run"));
    folder.begin(plan(), List.of(new Fact("a", "1", "GET /"), new Fact("b", "2", "GET /")));

    folder.observe(List.of(new Fact("b", "3", "the run"), new Fact("c", "4", "the run")));

    assertThat(folder.record().observation())
        .containsExactly(
            new Fact("a", "1", "GET /"),
            new Fact("b", "3", "the run"),
            new Fact("c", "4", "the run"));
  }

  @Test
  void runThatDiedInTheMiddleOfALineKeepsWhatItKnew() throws IOException {
    RunFolder folder = RunFolder.reserve(dir.resolve("run"));
    folder.begin(plan(), List.of());
    folder.append(failed());
    Files.writeString(
        folder.path().resolve("outcomes.jsonl"), "{\"id\":\"000", StandardOpenOption.APPEND);

    RunRecord record = folder.record();

    assertThat(record.finished()).isEmpty();
    assertThat(record.results()).extracting(TestResult::outcome).contains(Outcome.FAILED);
  }

  @Test
  void passThatComesAfterAFailureIsFlaky() throws IOException {
    RunFolder folder = RunFolder.reserve(dir.resolve("run"));
    folder.begin(plan(), List.of());
    folder.keepEvidence(FIRST.toString(), List.of(get("one")));
    folder.append(failed());
    folder.append(failed());
    folder.append(passed());

    TestResult result = folder.record().results().get(0);

    Attempt attempt =
        new Attempt(
            Outcome.FAILED,
            failed().reason(),
            failed().started(),
            failed().took(),
            failed().exchange());
    assertThat(result.outcome()).isEqualTo(Outcome.FLAKY);
    assertThat(result.attempts()).containsExactly(attempt, attempt);
    assertThat(result.reason())
        .isEqualTo("passed at attempt 3, before failed: GET /a: expected 200 but found 500");
    assertThat(Files.readAllLines(folder.path().resolve("outcomes.jsonl")))
        .as("a line for each attempt and for what was decided, none with those before it")
        .hasSize(4)
        .noneMatch(it -> it.contains("attempts"));
  }

  @Test
  void lastAttemptDecidesUnlessItWasCutOff() {
    RunFolder folder = RunFolder.reserve(dir.resolve("run"));
    folder.begin(plan(), List.of());
    folder.append(failed());
    folder.append(ended(Outcome.ERROR, "no answer"));
    folder.append(ended(Outcome.NOT_RUN, "the run was cancelled"));

    TestResult result = folder.record().results().get(0);

    assertThat(result.outcome()).isEqualTo(Outcome.ERROR);
    assertThat(result.reason()).isEqualTo("no answer");
    assertThat(result.attempts()).extracting(Attempt::outcome).containsExactly(Outcome.FAILED);
  }

  @Test
  void whatNeverRanIsNoAttempt() {
    RunFolder folder = RunFolder.reserve(dir.resolve("run"));
    folder.begin(plan(), List.of());
    folder.keepEvidence(FIRST.toString(), List.of(get("one")));
    folder.append(ended(Outcome.NOT_RUN, "the run was cancelled"));
    folder.append(passed());

    assertThat(folder.record().results().get(0)).isEqualTo(passed());
  }

  @Test
  void evidenceOfEarlierAttemptsStandsBesideThatOfTheLast() {
    RunFolder folder = RunFolder.reserve(dir.resolve("run"));
    assertThat(folder.evidence(FIRST)).as("before the test").isEmpty();
    folder.keepEvidence(FIRST.toString(), List.of(get("one")));
    folder.keepAttempt(FIRST, 1);
    assertThat(folder.evidence(FIRST, 1)).as("a run that died then").containsExactly(get("one"));
    folder.keepEvidence(FIRST.toString(), List.of(get("two")));

    assertThat(folder.evidence(FIRST.toString() + ".attempt1")).exists();
    assertThat(folder.evidence(FIRST, 1)).containsExactly(get("one"));
    assertThat(folder.evidence(FIRST, 2)).containsExactly(get("two"));
    assertThat(folder.evidence(FIRST)).containsExactly(get("two"));
  }

  private static Exchange get(String uri) {
    return new Exchange(NOON, Duration.ZERO, "GET", uri, List.of(), "", 200, List.of(), "", "");
  }

  @Test
  void evidenceOfAnAttemptWithoutAnOutcomeDoesNotReplaceThatOfTheOneBefore() {
    SmallRun run = SmallRun.in(dir.resolve("run"));
    String first = run.read("evidence/" + SmallRun.FLAKY + ".attempt1.har");

    run.write("evidence/" + SmallRun.FLAKY + ".har", "cut off");
    run.folder().keepAttempt(SmallRun.FLAKY, 1);

    assertThat(run.read("evidence/" + SmallRun.FLAKY + ".attempt1.har")).isEqualTo(first);
  }

  @Test
  void runThatGoesOnHasNeitherManifestNorReportsAndKeepsItsEvidence() {
    SmallRun run = SmallRun.in(dir.resolve("run"));
    String outcomes = run.read("outcomes.jsonl");
    String passed = "evidence/" + SmallRun.PASSED + ".har";
    run.write("evidence/discovery.har", "of the login");
    run.folder().reopen(run.folder().plan(), List.of(new Fact("image.id", "8", "again")), 2);

    assertThat(run.path("manifest")).doesNotExist();
    assertThat(run.path("report.json")).doesNotExist();
    assertThat(run.read("outcomes.jsonl")).isEqualTo(outcomes);
    assertThat(run.path(passed)).exists();
    assertThat(run.path("evidence/discovery.har")).doesNotExist();
    assertThat(run.read("evidence/discovery.stopped2.har")).isEqualTo("of the login");
    assertThat(run.record().observation()).containsExactly(new Fact("image.id", "8", "again"));
  }

  @Test
  void runThatStoppedAtItsBeginIsBegunWhenItGoesOn() throws IOException {
    SmallRun run = SmallRun.in(dir.resolve("run"));
    for (String lost : List.of("outcomes.jsonl", "observation.json")) {
      Files.delete(run.path(lost));
    }
    run.folder().reopen(run.folder().plan(), List.of(), 1);

    assertThat(run.record().observation()).isEmpty();
    assertThat(run.result(SmallRun.RULED_OUT).outcome()).isEqualTo(Outcome.NOT_IMPLEMENTED);
    assertThat(run.result(SmallRun.PASSED).outcome()).isEqualTo(Outcome.NOT_RUN);
    assertThat(run.path("evidence/" + SmallRun.PASSED + ".stopped1.har")).exists();
  }

  @Test
  void givesFilesAsTheyAre() {
    RunFolder folder = RunFolder.reserve(dir.resolve("run"));
    folder.write("report.xml", "<é/>");

    assertThat(folder.file("report.xml")).hasValue("<é/>".getBytes(StandardCharsets.UTF_8));
    assertThat(folder.file("report.json")).isEmpty();
  }

  @Test
  void refusesAFolderThatIsInUse() throws IOException {
    Files.writeString(dir.resolve("mine.txt"), "x");

    assertThatThrownBy(() -> RunFolder.reserve(dir))
        .isInstanceOf(RunException.class)
        .hasMessage(dir + ": expected a new or empty folder but found files in it: name another");
  }

  @Test
  void refusesAFileInPlaceOfAFolder() throws IOException {
    Path file = Files.writeString(dir.resolve("mine.txt"), "x");

    assertThatThrownBy(() -> RunFolder.reserve(file))
        .isInstanceOf(RunException.class)
        .hasMessage(file + ": expected a folder but found a file: name another");
    assertThatThrownBy(() -> RunFolder.of(dir))
        .isInstanceOf(RunException.class)
        .hasMessage(dir + ": expected the folder of a run but found no plan.json in it");
  }

  @Test
  void goesAwayAgainIfNothingWasEverRun() {
    RunFolder folder = RunFolder.reserve(dir.resolve("run"));

    folder.dropIfEmpty();

    assertThat(dir.resolve("run")).doesNotExist();
  }

  private static TestResult failed() {
    return new TestResult(
        FIRST,
        "tempest.a",
        "claim a",
        Outcome.FAILED,
        "",
        "GET /a: expected 200 but found 500",
        Optional.of(NOON),
        Duration.ofMillis(1500),
        Optional.of(2));
  }

  private static TestResult passed() {
    return ended(Outcome.PASSED, "");
  }

  private static TestResult ended(Outcome outcome, String reason) {
    return new TestResult(
        FIRST,
        "tempest.a",
        "claim a",
        outcome,
        "",
        reason,
        Optional.of(NOON.plusSeconds(9)),
        Duration.ofMillis(900),
        Optional.empty());
  }

  private static Plan plan() {
    return SmallRun.plan(
        List.of(new Deviation("tls-not-verified", "certificates were not checked")),
        planned(FIRST, "a", Optional.empty(), ""),
        planned(SECOND, "b", Optional.of(Outcome.SKIPPED), "no-flavor"),
        planned(THIRD, "c", Optional.empty(), ""));
  }

  private static PlannedTest planned(
      TestId id, String letter, Optional<Outcome> decided, String code) {
    return new PlannedTest(
        id,
        "tempest." + letter,
        "claim " + letter,
        "compute",
        List.of("compute-x"),
        decided,
        code,
        code.isEmpty() ? "" : "the project has no flavor");
  }
}
