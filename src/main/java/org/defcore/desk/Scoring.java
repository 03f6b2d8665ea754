package org.defcore.desk;

import java.util.List;
import org.defcore.capability.Catalogue;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Target;
import org.defcore.guideline.library.GuidelineLibrary;
import org.defcore.result.RunRecord;
import org.defcore.verdict.Scorer;
import org.defcore.verdict.ScoringTerms;
import org.defcore.verdict.TargetScorer;
import org.defcore.verdict.Verdict;

/** Scores runs with the guidelines of the installation, an add-on together with its platform. */
public final class Scoring {

  private final GuidelineLibrary guidelines;
  private final Scorer scorer;

  /**
   * @param terms what the runs are judged by
   */
  public Scoring(GuidelineLibrary guidelines, Catalogue catalogue, ScoringTerms terms) {
    this.guidelines = guidelines;
    this.scorer = new Scorer(catalogue.entries(), terms);
  }

  public Verdict score(Guideline guideline, Target target, RunRecord run) {
    return of(guideline, target).score(run, scorer.terms());
  }

  /** Scores many runs against one target. */
  public OneTarget of(Guideline guideline, Target target) {
    List<TargetScorer> platform =
        target.prerequisites().isEmpty()
            ? List.of()
            : guidelines.platformOf(guideline).stream()
                .flatMap(it -> it.targets().stream().map(part -> scorer.of(it, part)))
                .toList();
    return new OneTarget(scorer.of(guideline, target), platform);
  }

  /**
   * One target of a guideline.
   *
   * @param platform the targets that it may stand on
   */
  public record OneTarget(TargetScorer own, List<TargetScorer> platform) {

    public OneTarget {
      platform = List.copyOf(platform);
    }

    /** The verdict on a run. */
    public Verdict score(RunRecord run, ScoringTerms terms) {
      return own.score(
          run, platform.stream().map(it -> it.score(run, List.of(), terms)).toList(), terms);
    }
  }
}
