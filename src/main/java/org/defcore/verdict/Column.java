package org.defcore.verdict;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.defcore.result.Outcome;

/**
 * One view of a target: all that counts, or only what rests on the API.
 *
 * @param reasons why it is not conformant, half a sentence each; empty if it is
 * @param counts of the required unflagged tests, each id once, an entry for every outcome
 */
public record Column(Word word, List<String> reasons, Map<Outcome, Integer> counts) {

  public Column {
    reasons = List.copyOf(reasons);
    Map<Outcome, Integer> every = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      every.put(outcome, counts.getOrDefault(outcome, 0));
    }
    counts = Collections.unmodifiableMap(every);
  }

  /** How many tests must pass. */
  public int mustPass() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  public int count(Outcome outcome) {
    return counts.getOrDefault(outcome, 0);
  }

  public int passed() {
    return count(Outcome.PASSED);
  }

  public int failed() {
    return count(Outcome.FAILED);
  }

  /** How many neither passed nor failed. */
  public int missing() {
    return mustPass() - passed() - failed();
  }
}
