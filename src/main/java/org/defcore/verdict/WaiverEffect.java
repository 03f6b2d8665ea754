package org.defcore.verdict;

import java.util.List;
import org.defcore.policy.Waiver;

/**
 * The effect of a waiver on a verdict.
 *
 * @param tests keys of the tests that it lets off; empty if it has no effect
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
