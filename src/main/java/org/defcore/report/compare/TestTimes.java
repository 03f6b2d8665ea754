package org.defcore.report.compare;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.defcore.report.run.TestReport;

/**
 * Times that tests took, each its last attempt.
 *
 * @param tests how many were started
 * @param total of all; tests that ran at once count in full
 * @param median by rank, as is {@code ninetieth}: a time that a test really took; zero for no test
 * @param ninetieth nine of ten tests took no longer
 * @param slowest up to five, the slowest first
 */
public record TestTimes(
    int tests, Duration total, Duration median, Duration ninetieth, List<Slow> slowest) {

  private static final int NAMED = 5;

  /** A test and what it took. */
  public record Slow(String key, String name, Duration took) {}

  public TestTimes {
    slowest = List.copyOf(slowest);
  }

  /** The times of the tests that were started. */
  static TestTimes of(List<TestReport> tests) {
    List<TestReport> started =
        tests.stream()
            .filter(it -> it.started().isPresent())
            .sorted(
                Comparator.comparing(TestReport::took)
                    .reversed()
                    .thenComparing(TestReport::name)
                    .thenComparing(TestReport::key))
            .toList();
    return new TestTimes(
        started.size(),
        started.stream().map(TestReport::took).reduce(Duration.ZERO, Duration::plus),
        rank(started, 50),
        rank(started, 90),
        started.stream().limit(NAMED).map(it -> new Slow(it.key(), it.name(), it.took())).toList());
  }

  /** The shortest time that so many of a hundred tests do not exceed. */
  private static Duration rank(List<TestReport> slowestFirst, int percent) {
    int size = slowestFirst.size();
    int rank = (size * percent + 99) / 100;
    return size == 0 ? Duration.ZERO : slowestFirst.get(size - rank).took();
  }
}
