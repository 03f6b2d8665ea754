package org.defcore.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results of tests that bypassed attributes which the API does not have. */
class BypassedResultsTest {

  private static final ExtraAttribute EXTRA = new ExtraAttribute("GET /a", "/a/vendor");
  private static final String TOO_MANY = "GET /a: /a/vendor: expected no such field";

  @TempDir private Path dir;

  private static TestResult ended(Outcome outcome, String reason) {
    return new TestResult(
        SmallRun.PASSED,
        "tempest." + SmallRun.PASSED,
        "claim",
        outcome,
        "",
        reason,
        Optional.of(Instant.parse("2026-01-02T12:00:01Z")),
        Duration.ofMillis(1500),
        Optional.empty());
  }

  private static TestResult bypassing(TestResult without) {
    return ended(Outcome.FAILED, TOO_MANY).with(List.of(EXTRA), Optional.of(without));
  }

  @Test
  void eachViewHasTheAttemptsOfItsOwn() {
    TestResult twice =
        ended(Outcome.FAILED, "GET /a: expected 200 but found 500")
            .retried(bypassing(ended(Outcome.PASSED, "")));

    assertThat(twice.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(twice.reason()).isEqualTo(TOO_MANY);
    assertThat(twice.extras()).containsExactly(EXTRA);
    assertThat(twice.bypassed().outcome()).isEqualTo(Outcome.FLAKY);
    assertThat(twice.bypassed().reason())
        .isEqualTo("passed at attempt 2, before failed: GET /a: expected 200 but found 500");
  }

  @Test
  void attributeThatIsThereOnlyAtFirstMakesTheStrictTestFlaky() {
    TestResult twice =
        bypassing(ended(Outcome.ERROR, "GET /b: no answer")).retried(ended(Outcome.PASSED, ""));

    assertThat(twice.outcome()).isEqualTo(Outcome.FLAKY);
    assertThat(twice.reason()).endsWith("before failed: " + TOO_MANY);
    assertThat(twice.extras()).containsExactly(EXTRA);
    assertThat(twice.bypassed().reason()).endsWith("before error: GET /b: no answer");
  }

  @Test
  void bothViewsAreReadFromTheFilesOfTheRun() {
    SmallRun run = SmallRun.in(dir.resolve("run"));
    TestResult written = bypassing(ended(Outcome.PASSED, ""));
    run.write("outcomes.jsonl", "");
    run.folder().append(written);

    assertThat(run.result(SmallRun.PASSED)).isEqualTo(written);
    assertThat(run.record().bypassing().orElseThrow().results())
        .filteredOn(it -> it.id().equals(SmallRun.PASSED))
        .containsExactly(ended(Outcome.PASSED, ""));
    assertThat(run.read("outcomes.jsonl"))
        .contains("\"outcome\":\"failed\"", "\"bypassed\":{\"outcome\":\"passed\"");
  }

  @Test
  void passByBypassCountsNoMoreThanAnyOther() {
    SmallRun run = SmallRun.in(dir.resolve("run"));
    run.write("outcomes.jsonl", "");
    run.folder().keepEvidence(SmallRun.PASSED.toString(), List.of());
    run.folder().append(bypassing(ended(Outcome.PASSED, "")));

    TestResult result = run.result(SmallRun.PASSED);
    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.bypassed().outcome()).isEqualTo(Outcome.ERROR);
    assertThat(result.bypassed().reason()).contains("does not count: it has no evidence");
    assertThat(run.record().countingOnly(it -> false).bypassing().orElseThrow().results())
        .extracting(TestResult::outcome)
        .doesNotContain(Outcome.PASSED);
  }
}
