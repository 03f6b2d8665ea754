package org.defcore.result;

import java.util.List;
import java.util.Optional;
import org.defcore.guideline.TestId;

/**
 * One test of a plan: what is to become of it, as far as that is known before the run.
 *
 * @param claim the sentence about the cloud that it checks; the catalogue's title if the suite
 *     lacks it
 * @param service type of the service that it is about
 * @param capabilities names of the guideline's capabilities that list it
 * @param decided absent if it is to run; else the outcome that is known already
 * @param code as {@link TestResult#code}
 * @param reason as {@link TestResult#reason}
 */
public record PlannedTest(
    TestId id,
    String name,
    String claim,
    String service,
    List<String> capabilities,
    Optional<Outcome> decided,
    String code,
    String reason) {

  public PlannedTest {
    capabilities = List.copyOf(capabilities);
  }

  /** The same test with another decision. */
  public PlannedTest decidedAs(Outcome outcome, String otherCode, String otherReason) {
    return new PlannedTest(
        id, name, claim, service, capabilities, Optional.of(outcome), otherCode, otherReason);
  }

  /** Returns whether the runner is to launch the test. */
  public boolean toRun() {
    return decided.isEmpty();
  }
}
