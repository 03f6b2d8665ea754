package org.defcore.report.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.defcore.report.compare.RunComparison.CapabilityRow;
import org.defcore.report.compare.RunComparison.Cloud;
import org.defcore.report.compare.RunComparison.TestRow;
import org.defcore.result.Outcome;

/** The tests of a comparison that differ only because a partial or unfinished run has no result. */
public final class LeftOut {

  private final List<Cloud> clouds;
  private final List<TestRow> tests;
  private final Set<String> otherwise;

  LeftOut(RunComparison comparison) {
    clouds = comparison.clouds();
    tests = comparison.tests().stream().filter(this::covers).toList();
    otherwise =
        comparison.tests().stream()
            .filter(it -> !covers(it))
            .flatMap(it -> it.capabilities().stream())
            .collect(Collectors.toSet());
  }

  public int tests() {
    return tests.size();
  }

  /** Returns whether the other runs agree on a test. */
  public boolean covers(TestRow row) {
    List<Outcome> others = new ArrayList<>();
    for (int i = 0; i < clouds.size(); i++) {
      if (!isLeftOut(i, row)) {
        row.cells().get(i).outcome().ifPresent(others::add);
      }
    }
    long asked = row.cells().stream().filter(it -> it.outcome().isPresent()).count();
    return others.size() < asked && others.stream().distinct().count() <= 1;
  }

  /** Returns whether no test of a capability differs for another reason. */
  public boolean covers(CapabilityRow row) {
    return !tests.isEmpty() && !otherwise.contains(row.name());
  }

  private boolean isLeftOut(int cloud, TestRow row) {
    boolean incomplete =
        !clouds.get(cloud).run().partial().isEmpty()
            || clouds.get(cloud).run().finished().isEmpty();
    return incomplete && row.cells().get(cloud).outcome().equals(Optional.of(Outcome.NOT_RUN));
  }

  /** A sentence for each run that left tests out. */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < clouds.size(); i++) {
      int cloud = i;
      long left = tests.stream().filter(it -> isLeftOut(cloud, it)).count();
      String partial = clouds.get(i).run().partial();
      if (left > 0) {
        sentences.add(
            "%d %s not run on %s (%s)."
                .formatted(
                    left,
                    left == 1 ? "test was" : "tests were",
                    clouds.get(i).label(),
                    partial.isEmpty() ? "unfinished run" : "partial run: " + partial));
      }
    }
    return sentences;
  }
}
