package org.defcore.result;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A try of a test that another one followed.
 *
 * @param reason as {@link TestResult#reason}
 * @param started absent if it never started
 * @param exchange as {@link TestResult#exchange}, in this attempt's own evidence
 */
public record Attempt(
    Outcome outcome,
    String reason,
    Optional<Instant> started,
    Duration took,
    Optional<Integer> exchange) {

  /** The outcome for people: {@code failed: GET /x: expected 200 but found 500}. */
  public String words() {
    return outcome.word() + ": " + reason;
  }
}
