package org.defcore.report.scs;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.guideline.Status;
import org.defcore.verdict.CountingRule;
import org.defcore.verdict.ScoredCapability;
import org.defcore.verdict.TestLine;
import org.defcore.verdict.Verdict;

/** The test cases that a verdict has at the monitor: one for all, and one a capability. */
public final class ScsCases {

  private ScsCases() {}

  /** Results by the ids of the cases: the one for all, then those of the capabilities. */
  public static Map<String, ScsResult> of(Verdict verdict) {
    Map<String, ScsResult> cases = new LinkedHashMap<>();
    Set<String> allowed =
        Stream.of(verdict.flakyCounted(), verdict.skippedExcused())
            .flatMap(List::stream)
            .map(TestLine::key)
            .collect(Collectors.toSet());
    cases.put(
        id(verdict, "e2e"),
        Collections.min(
            List.of(
                ScsResult.of(verdict.counted(), allowed), ScsResult.of(verdict.full().status()))));
    for (ScoredCapability capability : verdict.capabilities()) {
      if (capability.status() == Status.REQUIRED && capability.evidenced()) {
        cases.put(
            id(verdict, capability.name()),
            ScsResult.of(
                capability.tests().stream()
                    .filter(it -> it.counting() != CountingRule.FLAGGED)
                    .toList(),
                allowed));
      }
    }
    return cases;
  }

  private static String id(Verdict verdict, String what) {
    return (verdict.guideline().id() + "-" + what).replaceAll("[^A-Za-z0-9._-]+", "-");
  }
}
