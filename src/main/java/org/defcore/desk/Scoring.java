package org.defcore.desk;

import java.util.List;
import java.util.Optional;
import org.defcore.capability.Catalogue;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Target;
import org.defcore.guideline.library.GuidelineLibrary;
import org.defcore.result.RunRecord;
import org.defcore.verdict.Scorer;
import org.defcore.verdict.ScoringTerms;
import org.defcore.verdict.Verdict;

/** Scores runs with the guidelines of the installation, an add-on together with its platform. */
public final class Scoring {

  private final GuidelineLibrary guidelines;
  private final Scorer scorer;

  /**
   * @param terms what the runs are judged by
   */
  Scoring(GuidelineLibrary guidelines, Catalogue catalogue, ScoringTerms terms) {
    this(guidelines, new Scorer(catalogue.entries(), terms));
  }

  public Scoring(GuidelineLibrary guidelines, Scorer scorer) {
    this.guidelines = guidelines;
    this.scorer = scorer;
  }

  public Verdict score(Guideline guideline, Target target, RunRecord run) {
    return scorer.score(guideline, target, run, prerequisites(guideline, target, run));
  }

  private List<Verdict> prerequisites(Guideline guideline, Target target, RunRecord run) {
    if (target.prerequisites().isEmpty()) {
      return List.of();
    }
    Optional<Guideline> platform = guidelines.platformOf(guideline);
    return platform.stream()
        .flatMap(it -> it.targets().stream().map(part -> scorer.score(it, part, run, List.of())))
        .toList();
  }
}
