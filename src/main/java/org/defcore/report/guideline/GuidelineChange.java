package org.defcore.report.guideline;

import java.util.List;
import java.util.Optional;
import org.defcore.guideline.diff.GuidelineDiff;
import org.defcore.guideline.diff.ProcessBreach;
import org.defcore.result.RunRecord;
import org.defcore.verdict.VerdictChange;

/**
 * Changes from one guideline to another, and their effect.
 *
 * @param breaches of the guideline process; absent if nobody asked
 * @param effect on a run; absent if none was named
 */
public record GuidelineChange(
    GuidelineDiff diff, Optional<List<ProcessBreach>> breaches, Optional<Effect> effect) {

  /**
   * On one run.
   *
   * @param verdicts by target that both guidelines have, in the order of the later one
   */
  public record Effect(RunRecord run, List<VerdictChange> verdicts) {

    public Effect {
      verdicts = List.copyOf(verdicts);
    }
  }

  public GuidelineChange {
    breaches = breaches.map(List::copyOf);
  }
}
