package org.defcore.verdict;

import java.util.List;
import org.defcore.policy.Waiver;

/**
 * Effect of a waiver in a verdict.
 *
 * @param tests keys of the tests that it covers; empty if it has no effect
 * @param why it has none, half a sentence; empty if it has
 */
public record WaiverEffect(Waiver waiver, List<String> tests, String why) {

  public WaiverEffect {
    tests = List.copyOf(tests);
  }

  public boolean used() {
    return !tests.isEmpty();
  }
}
