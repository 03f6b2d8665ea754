package org.defcore.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Results of one source as its reader finds them, in bounded memory. */
final class Gathered {

  private static final int MOST_RESULTS = 50_000;
  private static final int LONGEST_NAME = 2_000;

  private final TextBudget budget;
  private final List<ForeignResult> results = new ArrayList<>();
  private Optional<String> harness = Optional.empty();
  private boolean simulated;
  private int begun;

  /**
   * @param budget for texts, and for names
   */
  Gathered(TextBudget budget) {
    this.budget = budget;
  }

  /**
   * A test that begins.
   *
   * @param where place in the source, for the message
   */
  RunningTest begin(String where, String name) throws FormatProblem {
    begun++;
    if (begun > MOST_RESULTS) {
      throw new FormatProblem(
          "%s: expected at most %d results but found more".formatted(where, MOST_RESULTS));
    }
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new FormatProblem(
          "%s: expected the name of a test but found %s"
              .formatted(where, name.isBlank() ? "none" : name.length() + " characters"));
    }
    if (!budget.take(name.length())) {
      throw new FormatProblem(where + ": the names of the tests are longer than can be held");
    }
    return new RunningTest(name, new Attachments(budget));
  }

  void add(ForeignResult result) {
    results.add(result);
  }

  /** Notes that the source was written by this program. */
  void writtenBy(String version) {
    harness = Optional.of(version);
  }

  /** Notes that the cloud of the source was the simulated one. */
  void ofSimulatedCloud() {
    simulated = true;
  }

  List<ForeignResult> results() {
    return List.copyOf(results);
  }

  Optional<String> harness() {
    return harness;
  }

  boolean simulated() {
    return simulated;
  }
}
