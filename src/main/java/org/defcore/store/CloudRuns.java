package org.defcore.store;

import java.util.List;
import java.util.Map;
import org.defcore.result.Outcome;

/**
 * All runs of one cloud.
 *
 * @param cloud with all that any of the runs says of it
 * @param runs by time
 * @param counts numbers of tests by outcome, by the number of the run
 * @param outcomes of the tests that were asked for, by the name of the test, then by time
 */
public record CloudRuns(
    StoredCloud cloud,
    List<RunRow> runs,
    Map<Integer, Map<Outcome, Integer>> counts,
    List<RunOutcome> outcomes) {

  /** The tests whose outcomes are asked for. */
  public enum Tests {
    ALL,
    /** Those that failed, were flaky or blocked, or ended in an error, in any of the runs. */
    TROUBLED
  }

  public CloudRuns {
    runs = List.copyOf(runs);
    counts = Map.copyOf(counts);
    outcomes = List.copyOf(outcomes);
  }
}
