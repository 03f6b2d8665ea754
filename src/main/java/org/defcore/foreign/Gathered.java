package org.defcore.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Results of one source as its reader finds them, in bounded memory. */
final class Gathered {

  private static final int MOST_RESULTS = 50_000;
  private static final int LONGEST_NAME = 2_000;

  /** Room for what all sources of an import may hold. */
  record Room(TextBudget names, TextBudget texts) {

    private static final int MEBIBYTE = 1 << 20;

    Room() {
      this(new TextBudget(16 * MEBIBYTE), new TextBudget(24 * MEBIBYTE));
    }
  }

  private final Room room;
  private final List<ForeignResult> results = new ArrayList<>();
  private Optional<String> harness = Optional.empty();
  private boolean simulated;
  private int begun;

  Gathered(Room room) {
    this.room = room;
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
    if (!room.names().take(name.length())) {
      throw new FormatProblem(where + ": the names of the tests are longer than can be held");
    }
    return new RunningTest(name, new Attachments(room.texts()));
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
