package org.defcore.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.defcore.result.Outcome;
import org.defcore.result.TestResult;
import org.defcore.simcloud.pace.HandClock;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final StringWriter screen = new StringWriter();
  private final HandClock clock = new HandClock();

  private Progress terminal() {
    PrintWriter out = new PrintWriter(screen);
    return new TerminalProgress(out, out, clock);
  }

  private static TestResult result(String name, Outcome outcome, String reason) {
    return new TestResult(
        Chores.id(1),
        name,
        "One",
        outcome,
        "",
        reason,
        Optional.of(Instant.EPOCH),
        Duration.ofMillis(1234),
        Optional.empty());
  }

  @Test
  void linesHaveOneForEachTestAndOneForEachReason() {
    Progress progress = new LineProgress(new PrintWriter(screen));

    progress.begin(12);
    progress.ended(result("a.first", Outcome.PASSED, ""));
    progress.ended(result("a.second", Outcome.FAILED, "GET /x: expected 200 but found 500"));
    progress.end();

    assertThat(screen.toString().lines())
        .containsExactly(
            "[1/12] passed    1.23 s  a.first",
            "[2/12] failed    1.23 s  a.second",
            "        GET /x: expected 200 but found 500");
  }

  @Test
  void terminalShowsOneLineAndKeepsWhatDidNotPass() {
    Progress progress = terminal();

    progress.begin(4);
    clock.pass(Duration.ofSeconds(30));
    progress.ended(result("a.first", Outcome.PASSED, ""));
    clock.pass(Duration.ofSeconds(35));
    progress.ended(result("a.second", Outcome.BLOCKED, "two images: no room"));
    progress.end();

    String clear = "\r\u001B[K";
    assertThat(screen.toString().replace(System.lineSeparator(), "\n"))
        .isEqualTo(
            clear
                + "0/4 done, 0 not passed, 0:00"
                + clear
                + "1/4 done, 0 not passed, 0:30, about 1:30 left"
                + clear
                + "blocked  a.second: two images: no room\n"
                + clear
                + "2/4 done, 1 not passed, 1:05, about 1:05 left"
                + clear);
  }

  @Test
  void testsThatRunAgainAreCountedAnew() {
    Progress progress = new LineProgress(new PrintWriter(screen));
    TestResult failed = result("a.second", Outcome.FAILED, "GET /x: expected 200 but found 500");

    progress.begin(2);
    progress.ended(result("a.first", Outcome.PASSED, ""));
    progress.ended(failed);
    progress.again(1, 2);
    progress.ended(failed.retried(result("a.second", Outcome.PASSED, "")));
    progress.end();

    assertThat(screen.toString().lines().skip(3))
        .containsExactly(
            "again: 1 test, attempt 2",
            "[1/1] flaky     1.23 s  a.second",
            "        passed at attempt 2, before failed: GET /x: expected 200 but found 500");
  }

  @Test
  void terminalSaysWhichAttemptIsUnderWay() {
    Progress progress = terminal();
    TestResult failed = result("a.first", Outcome.FAILED, "GET /x: expected 200 but found 500");

    progress.begin(1);
    progress.ended(failed);
    progress.again(1, 2);
    progress.ended(failed.retried(result("a.first", Outcome.PASSED, "")));

    assertThat(screen.toString())
        .contains("attempt 2: 0/1 done, 0 not passed, 0:00")
        .contains("flaky  a.first: passed at attempt 2, before failed: GET /x")
        .endsWith("attempt 2: 1/1 done, 0 not passed, 0:00, about 0:00 left");
  }
}
