package org.defcore.verdict;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Effect on one run when one guideline replaces another.
 *
 * @param from of the run under the earlier guideline
 * @param to of the same run and target under the later one
 */
public record VerdictChange(Verdict from, Verdict to) {

  /** Tests that count under the later guideline only, as the run answers them, by name. */
  public List<TestLine> newlyCounted() {
    return only(to, from);
  }

  /** Tests that count under the earlier guideline only, as the run answers them, by name. */
  public List<TestLine> noLongerCounted() {
    return only(from, to);
  }

  private static List<TestLine> only(Verdict verdict, Verdict other) {
    Set<String> others = other.counted().stream().map(TestLine::key).collect(Collectors.toSet());
    return verdict.counted().stream()
        .filter(it -> !others.contains(it.key()))
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .toList();
  }
}
