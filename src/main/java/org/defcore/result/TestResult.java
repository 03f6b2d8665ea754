package org.defcore.result;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.defcore.guideline.TestId;

/**
 * The outcome of one API test in one run.
 *
 * @param name upstream name, for people and for guidelines without ids
 * @param claim the sentence about the cloud that the test checks
 * @param code why it was skipped, one lower-case hyphenated word; empty for other outcomes
 * @param reason one line: expected and found, or what was missing; empty when passed
 * @param started absent if it never started
 * @param exchange position, from 0, of the exchange in the test's evidence that broke the claim
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
    Optional<Integer> exchange) {}
