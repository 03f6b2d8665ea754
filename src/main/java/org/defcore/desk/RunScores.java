package org.defcore.desk;

import java.util.ArrayList;
import java.util.List;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Target;
import org.defcore.guideline.diff.GuidelineDiff;
import org.defcore.guideline.library.GuidelineLibrary;
import org.defcore.report.guideline.GuidelineChange.Effect;
import org.defcore.report.run.Matrix;
import org.defcore.result.RunRecord;
import org.defcore.result.RunSource;
import org.defcore.runner.SuiteIndex;
import org.defcore.verdict.ScoringTerms;
import org.defcore.verdict.Verdict;
import org.defcore.verdict.VerdictChange;

/** Verdicts on one run under several guidelines. */
public final class RunScores {

  private final GuidelineLibrary library;
  private final RunRecord run;
  private final ScoringTerms terms;
  private final Scoring scoring;

  public RunScores(Installation installation, Board board, RunSource source) {
    this.library = installation.guidelines();
    this.run = source.record().countingOnly(SuiteIndex.read()::has);
    this.terms = board.terms(run, Declared.of(source));
    this.scoring = new Scoring(library, installation.catalogue(), terms);
  }

  /**
   * A row for each target of each guideline.
   *
   * @param guidelines names or files
   * @param targets keys; empty for every target that a guideline has
   */
  public Matrix matrix(List<String> guidelines, List<String> targets) {
    List<Verdict> verdicts = new ArrayList<>();
    for (String name : guidelines) {
      Guideline guideline = library.find(name);
      for (Target target : Targets.all(guideline, targets)) {
        verdicts.add(scoring.score(guideline, target, run));
      }
    }
    return new Matrix(run, terms, verdicts);
  }

  /** The meaning of a change for the run, by target that both guidelines have. */
  public Effect effect(GuidelineDiff diff) {
    List<VerdictChange> verdicts = new ArrayList<>();
    for (Target target : diff.to().targets()) {
      diff.from().target(target.key()).ifPresent(it -> verdicts.add(change(diff, it, target)));
    }
    return new Effect(run, verdicts);
  }

  private VerdictChange change(GuidelineDiff diff, Target from, Target to) {
    return new VerdictChange(
        scoring.score(diff.from(), from, run), scoring.score(diff.to(), to, run));
  }
}
