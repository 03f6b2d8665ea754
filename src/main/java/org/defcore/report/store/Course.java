package org.defcore.report.store;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.defcore.report.store.CloudHistory.Run;
import org.defcore.result.Outcome;

/**
 * The course of a test over the runs of a cloud. A run judges it if it passed, was flaky or failed.
 *
 * @param judged number of runs that judged it
 * @param firstFailed start of the first run in which it failed
 * @param last outcome in the last run that had it
 * @param lastJudged outcome in the last run that judged it
 * @param changes how often it failed after it had passed, or the other way round
 * @param unsteady number of runs in which it was flaky, or had changed though the release had not
 */
public record Course(
    int judged,
    Optional<Instant> firstFailed,
    Outcome last,
    Optional<Outcome> lastJudged,
    int changes,
    int unsteady) {

  /** The share of the runs that judged it in which it was unsteady, with two decimals. */
  public BigDecimal flakeRate() {
    return judged == 0
        ? BigDecimal.ZERO.setScale(2)
        : BigDecimal.valueOf(unsteady).divide(BigDecimal.valueOf(judged), 2, RoundingMode.HALF_UP);
  }

  /**
   * @param outcomes one a run, one at least present
   */
  static Course of(List<Optional<Outcome>> outcomes, List<Run> runs) {
    Reading reading = new Reading();
    for (int i = 0; i < runs.size(); i++) {
      if (outcomes.get(i).isPresent()) {
        reading.read(outcomes.get(i).get(), runs.get(i));
      }
    }
    return new Course(
        reading.judged,
        reading.firstFailed,
        reading.last,
        reading.judge.map(Judged::outcome),
        reading.changes,
        reading.unsteady);
  }

  private record Judged(Outcome outcome, String release) {

    boolean failed() {
      return outcome == Outcome.FAILED;
    }
  }

  private static final class Reading {

    private int judged;
    private int changes;
    private int unsteady;
    private Outcome last = Outcome.NOT_RUN;
    private Optional<Instant> firstFailed = Optional.empty();
    private Optional<Judged> judge = Optional.empty();

    void read(Outcome outcome, Run run) {
      last = outcome;
      if (Standing.of(outcome) == Standing.NOT_JUDGED) {
        return;
      }
      judged++;
      Judged now = new Judged(outcome, run.release());
      if (now.failed() && firstFailed.isEmpty()) {
        firstFailed = Optional.of(run.started());
      }
      boolean changed = judge.filter(it -> it.failed() != now.failed()).isPresent();
      boolean sameRelease = judge.filter(it -> it.release().equals(run.release())).isPresent();
      if (changed) {
        changes++;
      }
      if (outcome == Outcome.FLAKY || (changed && sameRelease)) {
        unsteady++;
      }
      judge = Optional.of(now);
    }
  }
}
