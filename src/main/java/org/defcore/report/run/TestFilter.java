package org.defcore.report.run;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.defcore.result.Outcome;

/** Values by which a reader can select tests of a page, each with the number of tests. */
public record TestFilter(List<TestReport> tests) {

  public TestFilter {
    tests = List.copyOf(tests);
  }

  /** Outcomes, the worst first. */
  public Map<Outcome, Integer> outcomes() {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    tests.forEach(it -> counts.merge(it.outcome(), 1, Integer::sum));
    Map<Outcome, Integer> sorted = new LinkedHashMap<>();
    for (Outcome outcome : Tally.WORST_FIRST) {
      if (counts.containsKey(outcome)) {
        sorted.put(outcome, counts.getOrDefault(outcome, 0));
      }
    }
    return sorted;
  }

  /** Services in the order of the alphabet. */
  public Map<String, Long> services() {
    return tests.stream()
        .collect(Collectors.groupingBy(TestReport::service, TreeMap::new, Collectors.counting()));
  }
}
