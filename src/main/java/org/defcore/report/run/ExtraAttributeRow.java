package org.defcore.report.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.defcore.explain.ObservedCall;
import org.defcore.guideline.TestId;
import org.defcore.result.ExtraAttribute;
import org.defcore.result.Fact;
import org.defcore.result.FactNames;
import org.defcore.result.RunRecord;
import org.defcore.result.TestResult;

/**
 * An attribute of answers that the API does not have.
 *
 * @param name dotted, with {@code *} for an item of a list
 * @param calls whose answers had it, without ids
 * @param tests that fail because of it; none if it was seen only where no test claims anything of
 *     it
 */
public record ExtraAttributeRow(String name, List<String> calls, List<TestId> tests) {

  public ExtraAttributeRow {
    calls = List.copyOf(calls);
    tests = List.copyOf(tests);
  }

  /** All that a run came across, each once, by name. */
  public static List<ExtraAttributeRow> of(RunRecord run) {
    Map<String, TreeSet<String>> calls = new TreeMap<>();
    Map<String, TreeSet<TestId>> tests = new TreeMap<>();
    for (TestResult result : run.results()) {
      for (ExtraAttribute extra : result.extras()) {
        note(calls, extra.name(), ObservedCall.general(extra.call()));
        note(tests, extra.name(), result.id());
      }
    }
    for (Fact fact : run.observation()) {
      FactNames.extraOf(fact.name())
          .ifPresent(it -> note(calls, it, ObservedCall.general(fact.source())));
    }
    List<ExtraAttributeRow> rows = new ArrayList<>();
    calls.forEach(
        (name, seen) ->
            rows.add(
                new ExtraAttributeRow(
                    name,
                    List.copyOf(seen),
                    List.copyOf(tests.getOrDefault(name, new TreeSet<>())))));
    return rows;
  }

  private static <T> void note(Map<String, TreeSet<T>> all, String name, T value) {
    all.computeIfAbsent(name, it -> new TreeSet<>()).add(value);
  }

  /** The calls and the number of tests for people. */
  String words() {
    String over =
        switch (tests.size()) {
          case 0 -> "";
          case 1 -> "; 1 test fails because of it";
          default -> "; " + tests.size() + " tests fail because of it";
        };
    return String.join(", ", calls) + over;
  }
}
