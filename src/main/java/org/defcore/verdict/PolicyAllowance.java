package org.defcore.verdict;

import java.util.List;
import org.defcore.policy.Policy;

/**
 * Waivers, flaky and skipped tests that the policy allows in a verdict.
 *
 * @param waivers of the policy, with the tests that each covers
 * @param policy which says how many flaky tests may count as passed in a column, and how many
 *     skipped ones as no failure
 */
record PolicyAllowance(List<WaiverEffect> waivers, Policy policy) {

  boolean waives(TestLine line) {
    for (WaiverEffect waiver : waivers) {
      if (waiver.tests().contains(line.key())) {
        return true;
      }
    }
    return false;
  }
}
