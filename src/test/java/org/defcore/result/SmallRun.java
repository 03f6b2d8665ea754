package org.defcore.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.guideline.TestId;
import org.defcore.http.message.Exchange;

/**
 * A run of four tests that has come to its end: one passed, one failed, one was flaky, and one the
 * plan ruled out.
 */
public record SmallRun(RunFolder folder) {

  static final TestId PASSED = TestId.of("00000000-0000-4000-8000-000000000001");
  static final TestId FAILED = TestId.of("00000000-0000-4000-8000-000000000002");
  static final TestId FLAKY = TestId.of("00000000-0000-4000-8000-000000000003");
  static final TestId RULED_OUT = TestId.of("00000000-0000-4000-8000-000000000004");

  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  /** Makes it, with a manifest and a report. */
  public static SmallRun in(Path place) {
    SmallRun run = new SmallRun(RunFolder.reserve(place));
    run.folder.write(RunSource.DECLARATION, "product: x\n");
    run.folder.begin(
        plan(
            List.of(),
            planned(PASSED, Optional.empty()),
            planned(FAILED, Optional.empty()),
            planned(FLAKY, Optional.empty()),
            planned(RULED_OUT, Optional.of(Outcome.NOT_IMPLEMENTED))),
        List.of(new Fact("image.id", "7", "GET /v2/images")));
    run.write("ledger.jsonl", "{\"event\":\"intent\"}\n{\"event\":\"deleted\"}\n");
    run.ended(PASSED, Outcome.PASSED);
    run.ended(FAILED, Outcome.FAILED);
    run.ended(FLAKY, Outcome.FAILED);
    run.folder.keepAttempt(FLAKY, 1);
    run.ended(FLAKY, Outcome.PASSED);
    run.folder.finish(NOON.plusSeconds(60));
    run.folder.seal();
    run.folder.writeReports(Map.of("report.json", "{}\n"));
    return run;
  }

  /** One with a test that passed, a declaration, an empty ledger, and nothing else. */
  static SmallRun smallest(Path place) {
    SmallRun run = new SmallRun(RunFolder.reserve(place));
    run.folder.write(RunSource.DECLARATION, "product: x\n");
    run.folder.begin(plan(List.of(), planned(PASSED, Optional.empty())), List.of());
    run.write("ledger.jsonl", "{}\n");
    run.ended(PASSED, Outcome.PASSED);
    run.folder.seal();
    run.folder.writeReports(Map.of("report.json", "{}\n"));
    return run;
  }

  private void ended(TestId id, Outcome outcome) {
    folder.keepEvidence(id.toString(), List.of(exchange()));
    folder.append(
        new TestResult(
            id,
            "tempest." + id,
            "claim",
            outcome,
            "",
            outcome == Outcome.PASSED ? "" : "GET /a: expected 200 but found 500",
            Optional.of(NOON),
            Duration.ofMillis(1500),
            outcome == Outcome.PASSED ? Optional.empty() : Optional.of(0)));
  }

  RunRecord record() {
    return RunFolder.of(folder.path()).record();
  }

  List<String> problems() {
    return record().integrity().problems();
  }

  TestResult result(TestId id) {
    return record().results().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
  }

  Path path(String name) {
    return folder.path().resolve(name);
  }

  String read(String name) {
    try {
      return Files.readString(path(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String name, String content) {
    try {
      Files.writeString(path(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Exchange exchange() {
    return new Exchange(
        NOON, Duration.ZERO, "GET", "http://a/", List.of(), "", 200, List.of(), "", "");
  }

  static Plan plan(List<Deviation> deviations, PlannedTest... tests) {
    return new Plan(
        "run-1",
        "1.0",
        "2020.06",
        "sha256:00",
        "platform",
        "acme",
        Optional.empty(),
        Optional.empty(),
        "https://acme.example:5000/v3",
        "",
        List.of(new RunUser("acme", "p1", "u1")),
        false,
        "",
        NOON,
        deviations,
        List.of(tests));
  }

  private static PlannedTest planned(TestId id, Optional<Outcome> decided) {
    return new PlannedTest(
        id,
        "tempest." + id,
        "claim",
        "compute",
        List.of("compute-x"),
        decided,
        "",
        decided.isEmpty() ? "" : "not implemented in this version");
  }
}
