package org.defcore.verdict;

import java.util.List;

/**
 * Waivers and flaky tests that the policy allows in a verdict.
 *
 * @param waivers of the policy, with the tests that each covers
 * @param flakyAllowance how many flaky tests may count as passed in a column
 */
record PolicyAllowance(List<WaiverEffect> waivers, int flakyAllowance) {

  boolean waives(TestLine line) {
    return waivers.stream().anyMatch(it -> it.tests().contains(line.key()));
  }
}
