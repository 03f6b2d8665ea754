package org.defcore.verdict;

import java.util.Optional;
import org.defcore.capability.Basis;
import org.defcore.guideline.Flag;
import org.defcore.guideline.TestId;
import org.defcore.result.Outcome;
import org.defcore.result.TestResult;

/**
 * One test entry of a guideline as one run answers it.
 *
 * @param id the guideline's; without one, that of the result or of the only catalogue entry of that
 *     name
 * @param name as the guideline writes it
 * @param basis absent if the catalogue does not know the test
 * @param result absent if the run holds none; such a test counts as not run
 */
public record TestLine(
    Optional<TestId> id,
    String name,
    Optional<Flag> flag,
    Optional<Basis> basis,
    Match match,
    CountingRule counting,
    Optional<TestResult> result) {

  /** The reason for which such a test counts as not run. */
  public static final String NO_RESULT = "the run has no result of this test";

  public Outcome outcome() {
    return result.map(TestResult::outcome).orElse(Outcome.NOT_RUN);
  }

  boolean passed() {
    return outcome() == Outcome.PASSED;
  }

  /** Code of a skipped test, one word; empty for other outcomes. */
  public String code() {
    return result.map(TestResult::code).orElse("");
  }

  /** One line; empty when passed. */
  public String reason() {
    return result.map(TestResult::reason).orElse(NO_RESULT);
  }

  /** The id that the result bears, if the guideline gives the test another one or none. */
  public Optional<TestId> otherId() {
    return match == Match.ID ? Optional.empty() : result.map(TestResult::id);
  }

  public boolean counted() {
    return counting == CountingRule.COUNTED;
  }

  /** Returns whether it belongs in the API-contract column. */
  public boolean restsOnTheApi() {
    return basis
        .filter(it -> it == Basis.API_CONTRACT || it == Basis.INSTANCE_LIFECYCLE)
        .isPresent();
  }

  /** Identity of the test within one guideline: its id, or its name if it has none. */
  public String key() {
    return id.map(TestId::toString).orElse(name);
  }
}
