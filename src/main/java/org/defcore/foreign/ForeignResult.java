package org.defcore.foreign;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.defcore.result.Outcome;

/**
 * A result as a source has it, with the secrets that it may hold.
 *
 * @param name with attributes and scenario
 * @param code as {@link org.defcore.result.TestResult#code}
 * @param reason of any length; empty when passed
 * @param started absent if the source does not say
 * @param attachments text of the source about this test: tracebacks, logs
 */
record ForeignResult(
    String name,
    Outcome outcome,
    String code,
    String reason,
    Optional<Instant> started,
    Duration took,
    String attachments) {

  /** The same result of another test. */
  ForeignResult of(String otherName, Outcome other, String why) {
    return new ForeignResult(otherName, other, code, why, started, took, attachments);
  }
}
