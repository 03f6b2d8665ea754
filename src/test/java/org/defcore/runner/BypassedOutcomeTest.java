package org.defcore.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.defcore.http.message.Recording.Extra;
import org.defcore.http.message.Recording.Extras;
import org.defcore.http.redact.Secrets;
import org.defcore.kit.Evidence;
import org.defcore.kit.FixtureFailed;
import org.defcore.kit.Poll;
import org.defcore.kit.RunCancelled;
import org.defcore.result.ExtraAttribute;
import org.defcore.result.Outcome;
import org.defcore.result.PlannedTest;
import org.defcore.result.TestResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Outcomes of tests whose answers had attributes too many. */
class BypassedOutcomeTest {

  private static final String FINDING =
      "GET http://cloud/compute/v2.1/a: /a/x: expected no such field but found the number 7";

  private static final Evidence SAID =
      new Evidence(
          Chores.id(1).toString(),
          List.of(),
          4,
          List.of(
              new Extra("GET /a", "/a/x", FINDING, 1), new Extra("GET /a", "/a/y", "other", 2)));

  private static TestResult judge(Extras extras, Optional<Throwable> failure) {
    PlannedTest test =
        new PlannedTest(
            Chores.id(1), "a.first", "One", "compute", List.of(), Optional.empty(), "", "");
    return new OutcomeRule(new MessageText(new Secrets()), extras)
        .judge(test, Instant.EPOCH, Duration.ofSeconds(1), failure, SAID);
  }

  private static Throwable failure(Outcome outcome) {
    return switch (outcome) {
      case FAILED -> new AssertionError("GET /b: expected 200 but found 500");
      case BLOCKED -> new FixtureFailed("a server", new IOException("gone"));
      default -> new IllegalStateException("GET /b");
    };
  }

  @Test
  void testThatRanOnFailsByTheFirstOfThemAndPassesBesideIt() {
    TestResult result = judge(Extras.NOTED, Optional.empty());

    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.reason())
        .isEqualTo("GET /compute/v2.1/a: /a/x: expected no such field but found the number 7");
    assertThat(result.exchange()).contains(1);
    assertThat(result.extras())
        .containsExactly(
            new ExtraAttribute("GET /a", "/a/x"), new ExtraAttribute("GET /a", "/a/y"));
    assertThat(result.bypassed().outcome()).isEqualTo(Outcome.PASSED);
    assertThat(result.bypassed().reason()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"FAILED", "ERROR", "BLOCKED"})
  void whateverComesAfterThemStandsBesideTheFailure(Outcome outcome) {
    TestResult result = judge(Extras.NOTED, Optional.of(failure(outcome)));

    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.reason()).contains("/a/x: expected no such field");
    assertThat(result.bypassed().outcome()).isEqualTo(outcome);
  }

  @Test
  void strictTestHasOneOutcome() {
    TestResult result = judge(Extras.REFUSED, Optional.of(new AssertionError(FINDING)));

    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.extras()).hasSize(2);
    assertThat(result.bypassing()).isEmpty();
  }

  @Test
  void testThatDidNotComeToItsEndHasNoOutcome() {
    Poll poll = new Poll(Duration.ofSeconds(1), () -> true, Poll.Time.SYSTEM);
    RunCancelled cancelled =
        catchThrowableOfType(
            RunCancelled.class, () -> poll.until("it", () -> "other", it -> it.equals("it")));

    TestResult result = judge(Extras.NOTED, Optional.of(cancelled));

    assertThat(result.outcome()).isEqualTo(Outcome.NOT_RUN);
    assertThat(result.bypassing()).isEmpty();
  }
}
