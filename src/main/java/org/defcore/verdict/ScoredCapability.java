package org.defcore.verdict;

import java.util.List;
import org.defcore.guideline.Status;

/**
 * A capability of a target with a line for each of its tests, in the guideline's order.
 *
 * @param project the OpenStack project that implements it
 */
public record ScoredCapability(
    String name, String description, String project, Status status, List<TestLine> tests) {

  public ScoredCapability {
    tests = List.copyOf(tests);
  }

  /** Returns whether at least one of its tests is not flagged, so that a run can support it. */
  public boolean evidenced() {
    return tests.stream().anyMatch(it -> it.flag().isEmpty());
  }
}
