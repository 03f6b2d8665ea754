package org.defcore.report.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.defcore.guideline.Guideline;
import org.defcore.result.Outcome;
import org.defcore.result.PlannedTest;

/** The tests of a plan, for people and for programs. */
public record PlanTable(Guideline guideline, List<PlannedTest> tests) {

  public PlanTable {
    tests = List.copyOf(tests);
  }

  public List<Map<String, String>> values() {
    return tests.stream().map(PlanTable::value).toList();
  }

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (PlannedTest test : tests) {
      lines.add("%-16s %s  %s".formatted(becomes(test), test.id(), test.name()));
      if (!test.code().isEmpty()) {
        lines.add("                 " + test.reason());
      }
    }
    lines.add("guideline %s: %d tests: %s".formatted(guideline.id(), tests.size(), counts()));
    return lines;
  }

  private String counts() {
    Map<String, Long> counts =
        tests.stream()
            .collect(
                Collectors.groupingBy(
                    it -> it.decided().map(Outcome::word).orElse("to run"),
                    TreeMap::new,
                    Collectors.counting()));
    return counts.entrySet().stream()
        .map(it -> it.getValue() + " " + it.getKey())
        .collect(Collectors.joining(", "));
  }

  private static Map<String, String> value(PlannedTest test) {
    Map<String, String> value = new TreeMap<>();
    value.put("id", test.id().toString());
    value.put("name", test.name());
    value.put("service", test.service());
    value.put("capabilities", String.join(",", test.capabilities()));
    value.put("becomes", becomes(test));
    value.put("reason", test.reason());
    return value;
  }

  private static String becomes(PlannedTest test) {
    return test.decided()
        .map(it -> it.word() + (test.code().isEmpty() ? "" : "(" + test.code() + ")"))
        .orElse("run");
  }
}
