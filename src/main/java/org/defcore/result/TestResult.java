package org.defcore.result;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.defcore.guideline.TestId;

/**
 * The outcome of one API test in one run.
 *
 * @param name upstream name, for people and for guidelines without ids
 * @param claim the sentence about the cloud that the test checks
 * @param code why it was skipped, one lower-case hyphenated word; empty for other outcomes
 * @param reason one line: expected and found, or what was missing; empty when passed
 * @param started absent if it never started; of the last attempt, as are {@code took} and {@code
 *     exchange}
 * @param exchange position, from 0, of the exchange in the test's evidence that broke the claim
 * @param attempts those before the last, the first one first; empty for a test that ran once
 * @param extras attributes that answers to the test had too many, in any attempt
 * @param bypassing the result as it would be without them, if the run went on so; in its own terms
 *     it has neither of the two
 */
public record TestResult(
    TestId id,
    String name,
    String claim,
    Outcome outcome,
    String code,
    String reason,
    Optional<Instant> started,
    Duration took,
    Optional<Integer> exchange,
    List<Attempt> attempts,
    List<ExtraAttribute> extras,
    Optional<TestResult> bypassing) {

  public TestResult {
    attempts = List.copyOf(attempts);
    extras = List.copyOf(extras);
  }

  /** The result of a test that ran once, or never. */
  public TestResult(
      TestId id,
      String name,
      String claim,
      Outcome outcome,
      String code,
      String reason,
      Optional<Instant> started,
      Duration took,
      Optional<Integer> exchange) {
    this(
        id,
        name,
        claim,
        outcome,
        code,
        reason,
        started,
        took,
        exchange,
        List.of(),
        List.of(),
        Optional.empty());
  }

  /** The result of a test that the run never came to, or was not to come to. */
  static TestResult notStarted(PlannedTest test, Outcome outcome, String code, String reason) {
    return new TestResult(
        test.id(),
        test.name(),
        test.claim(),
        outcome,
        code,
        reason,
        Optional.empty(),
        Duration.ZERO,
        Optional.empty());
  }

  /** The same test with another outcome, for that reason, whatever was bypassed. */
  TestResult as(Outcome other, String otherCode, String why) {
    return new TestResult(
        id,
        name,
        claim,
        other,
        otherCode,
        why,
        started,
        took,
        exchange,
        attempts,
        extras,
        Optional.empty());
  }

  /**
   * The same with what answers had too many.
   *
   * @param without the result that the test has without it; absent if that is not known
   */
  public TestResult with(List<ExtraAttribute> many, Optional<TestResult> without) {
    return new TestResult(
        id, name, claim, outcome, code, reason, started, took, exchange, attempts, many, without);
  }

  /** The result of the run that bypasses extra attributes, be it the same. */
  public TestResult bypassed() {
    return bypassing.orElse(this);
  }

  /**
   * This result and one more attempt. A pass that comes late is {@link Outcome#FLAKY}; any other
   * outcome is that of the last attempt. What never started or never came to an end is no attempt.
   */
  public TestResult retried(TestResult next) {
    List<ExtraAttribute> both =
        Stream.concat(extras.stream(), next.extras.stream()).distinct().toList();
    Optional<TestResult> without =
        bypassing.isEmpty() && next.bypassing.isEmpty()
            ? Optional.empty()
            : Optional.of(bypassed().followedBy(next.bypassed()).with(List.of(), Optional.empty()));
    return followedBy(next).with(both, without);
  }

  private TestResult followedBy(TestResult next) {
    if (next.outcome == Outcome.NOT_RUN) {
      return this;
    }
    if (outcome == Outcome.NOT_RUN || started.isEmpty()) {
      return next;
    }
    Attempt earlier = new Attempt(outcome, reason, started, took, exchange);
    boolean late = next.outcome == Outcome.PASSED;
    return new TestResult(
        id,
        name,
        claim,
        late ? Outcome.FLAKY : next.outcome,
        next.code,
        late
            ? "passed at attempt %d, before %s".formatted(attempt() + 1, earlier.words())
            : next.reason,
        next.started,
        next.took,
        next.exchange,
        Stream.concat(attempts.stream(), Stream.of(earlier)).toList(),
        List.of(),
        Optional.empty());
  }

  /** The words for a result of {@link #bypassing}, with the reason unless it passed. */
  public String bypassedWords() {
    String why = reason.isEmpty() ? "" : ": " + reason;
    return "with extra attributes bypassed: " + outcome.word() + why;
  }

  /** The number of the last attempt, from 1. */
  public int attempt() {
    return attempts.size() + 1;
  }
}
