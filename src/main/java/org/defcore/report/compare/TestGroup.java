package org.defcore.report.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.defcore.report.compare.RunComparison.TestCell;
import org.defcore.report.compare.RunComparison.TestRow;

/** Tests that differ in the same way and for the same reasons. */
public record TestGroup(List<TestRow> tests) {

  public TestGroup {
    tests = List.copyOf(tests);
  }

  static List<TestGroup> of(List<TestRow> rows) {
    Map<List<TestCell>, List<TestRow>> groups = new LinkedHashMap<>();
    for (TestRow row : rows) {
      groups.computeIfAbsent(timeless(row), it -> new ArrayList<>()).add(row);
    }
    return groups.values().stream().map(TestGroup::new).toList();
  }

  private static List<TestCell> timeless(TestRow row) {
    return row.cells().stream()
        .map(it -> new TestCell(it.outcome(), it.code(), it.reason(), it.exchange(), Duration.ZERO))
        .toList();
  }

  /** Cells of each of its tests, except for the time. */
  public List<TestCell> cells() {
    return tests.get(0).cells();
  }
}
