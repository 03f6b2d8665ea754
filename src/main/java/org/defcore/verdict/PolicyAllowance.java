package org.defcore.verdict;

import java.util.List;

/**
 * The allowances of the policy in a verdict.
 *
 * @param waivers of the policy, with the tests that each lets off
 * @param flakyAllowance how many flaky tests may count as passed in a column
 */
record PolicyAllowance(List<WaiverEffect> waivers, int flakyAllowance) {

  boolean waives(TestLine line) {
    return waivers.stream().anyMatch(it -> it.tests().contains(line.key()));
  }
}
