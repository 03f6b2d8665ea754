package org.defcore.report.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.defcore.capability.Basis;
import org.defcore.guideline.TestId;
import org.defcore.result.Attempt;
import org.defcore.result.Outcome;

/**
 * One test of a run or of a guideline, once, whoever requires it.
 *
 * @param key its id, or its name if nothing gives it an id
 * @param name upstream name
 * @param claim empty if the run has no result
 * @param title empty if the catalogue does not know the test, and so are basis and its reason
 * @param service word of the service that the test is about, by the catalogue
 * @param started absent if it never started
 * @param capabilities names of those that list it in any verdict of the report, sorted
 * @param exchange what broke it, as far as one exchange did and the evidence has it
 * @param attempts those before the last, the first one first
 * @param bypassing the words for the result where extra attributes are bypassed; absent if the test
 *     bypassed none
 */
public record TestReport(
    String key,
    Optional<TestId> id,
    String name,
    String claim,
    String title,
    String service,
    Optional<Basis> basis,
    String basisReason,
    Outcome outcome,
    String code,
    String reason,
    Optional<Instant> started,
    Duration took,
    List<String> capabilities,
    Optional<BrokenExchange> exchange,
    List<TriedBefore> attempts,
    Optional<String> bypassing) {

  /** Stands for the service of a test that the catalogue does not know. */
  static final String NO_SERVICE = "other";

  public TestReport {
    capabilities = List.copyOf(capabilities);
    attempts = List.copyOf(attempts);
  }

  /**
   * An attempt that another one followed.
   *
   * @param exchange what broke it, as far as one exchange did and the evidence has it
   */
  public record TriedBefore(Attempt attempt, Optional<BrokenExchange> exchange) {}

  /** The line that people read first: the claim, else the catalogue's title, else the name. */
  public String headline() {
    if (!claim.isEmpty()) {
      return claim;
    }
    return title.isEmpty() ? name : title;
  }
}
