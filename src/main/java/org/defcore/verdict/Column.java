package org.defcore.verdict;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.defcore.result.Outcome;

/**
 * One view of a target: all that counts, or only what rests on the API.
 *
 * @param asterisk whether it is conformant only because of a waiver, its own or a prerequisite's
 * @param reasons explain the status, half a sentence each; empty if simply every test passed
 * @param counts of the required unflagged tests, each id once, an entry for every outcome
 * @param waived those of them that did not pass and need not, by a waiver
 * @param flakyCounted how many of them are flaky and count as passed
 * @param skippedExcused how many of them were skipped and need not have run, by the policy
 */
public record Column(
    VerdictStatus status,
    boolean asterisk,
    List<String> reasons,
    Map<Outcome, Integer> counts,
    Map<Outcome, Integer> waived,
    int flakyCounted,
    int skippedExcused) {

  public Column {
    reasons = List.copyOf(reasons);
    counts = every(counts);
    waived = every(waived);
  }

  /** One that no policy has a part in. */
  public Column(VerdictStatus status, List<String> reasons, Map<Outcome, Integer> counts) {
    this(status, false, reasons, counts, Map.of(), 0, 0);
  }

  private static Map<Outcome, Integer> every(Map<Outcome, Integer> some) {
    Map<Outcome, Integer> every = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      every.put(outcome, some.getOrDefault(outcome, 0));
    }
    return Collections.unmodifiableMap(every);
  }

  private static int sum(Map<Outcome, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The status for people, {@code conformant*} if a waiver stands behind it. */
  public String text() {
    return status.word() + (asterisk ? "*" : "");
  }

  /** Number of tests that must pass unless the policy lets them off. */
  public int mustPass() {
    return sum(counts);
  }

  public int count(Outcome outcome) {
    return counts.getOrDefault(outcome, 0);
  }

  /** Number of tests that passed, or count as passed. */
  public int passed() {
    return count(Outcome.PASSED) + flakyCounted;
  }

  /** Number of tests that failed and are not waived. */
  public int failed() {
    return count(Outcome.FAILED) - waived.getOrDefault(Outcome.FAILED, 0);
  }

  /** Number of tests that need not pass, by a waiver. */
  public int waivedTests() {
    return sum(waived);
  }

  /** Number of all other tests. */
  public int missing() {
    return mustPass() - passed() - failed() - waivedTests() - skippedExcused;
  }
}
