package org.defcore.verdict;

import java.util.List;
import org.defcore.capability.CatalogueEntry;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Target;
import org.defcore.result.RunRecord;

/** Scores a run against guidelines; the same input gives the same verdict, always. */
public final class Scorer {

  private final CatalogueIndex catalogue;
  private final ScoringTerms terms;

  /**
   * @param catalogue every test that the program knows, each once
   */
  public Scorer(List<CatalogueEntry> catalogue, ScoringTerms terms) {
    this.catalogue = new CatalogueIndex(catalogue);
    this.terms = terms;
  }

  /** The terms by which runs are judged. */
  public ScoringTerms terms() {
    return terms;
  }

  /**
   * Scores runs against one target.
   *
   * @param target one of the guideline's own
   * @throws IllegalArgumentException if the target is another guideline's
   */
  public TargetScorer of(Guideline guideline, Target target) {
    return new TargetScorer(catalogue, guideline, target);
  }

  /**
   * The verdict of one target, beside that where extra attributes are bypassed.
   *
   * @param target one of the guideline's own
   * @param others verdicts of the same run that may cover the target's prerequisites; those that do
   *     not are ignored
   * @throws IllegalArgumentException if the target is another guideline's, or the run has two
   *     results of one id
   */
  public Verdict score(Guideline guideline, Target target, RunRecord run, List<Verdict> others) {
    return of(guideline, target).score(run, others, terms);
  }
}
