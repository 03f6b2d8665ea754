package org.defcore.desk.bundle;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.defcore.bundle.Bundle;
import org.defcore.bundle.BundleFacts;
import org.defcore.bundle.BundleRun;
import org.defcore.bundle.TestResultStatement;
import org.defcore.bundle.Tier;
import org.defcore.desk.Board;
import org.defcore.desk.Installation;
import org.defcore.desk.ProgramFiles;
import org.defcore.desk.RunScores;
import org.defcore.guideline.TestId;
import org.defcore.report.run.Matrix;
import org.defcore.result.Outcome;
import org.defcore.result.TestResult;
import org.defcore.verdict.Verdict;

/**
 * The verdicts of a bundle, computed from it alone: its guideline, its policy, its catalogue.
 *
 * @param target key of the target that the run was planned for
 */
public record BundledVerdicts(Matrix matrix, String target) {

  /**
   * Computes them from those tiers.
   *
   * @param bundle without problems
   */
  static BundledVerdicts of(Bundle bundle, List<Tier> tiers) {
    try (BundleRun run = BundleRun.open(bundle, tiers)) {
      return of(run, new ProgramFiles(run.terms()));
    }
  }

  /** Computes them from the tiers that the run was opened with. */
  public static BundledVerdicts of(BundleRun run, BundledTerms terms) {
    return of(run, terms.of(run.bundle()));
  }

  private static BundledVerdicts of(BundleRun run, ProgramFiles own) {
    BundleFacts.Scoring scoring = run.bundle().facts().scoring();
    Board board = new Board(own.policy(), Optional.of(scoring.day()), scoring.known());
    Installation there = new Installation(own, run.terms(), Map.of());
    // It may be a stranger's: no file that it names elsewhere is read.
    there.guidelines().bundled(scoring.guideline());
    Matrix matrix =
        new RunScores(there, board, run).matrix(List.of(scoring.guideline()), List.of());
    return new BundledVerdicts(matrix, scoring.target());
  }

  /** The one that the run was made for. */
  public Verdict first() {
    return matrix.verdicts().stream()
        .filter(it -> it.target().key().equals(target))
        .findFirst()
        .orElseGet(() -> matrix.verdicts().get(0));
  }

  /** Returns whether they are those that the bundle has, byte by byte. */
  public boolean areIn(Bundle bundle) {
    byte[] stored = bundle.content(Bundle.VERDICTS);
    return Arrays.equals(stored, matrix.json().getBytes(StandardCharsets.UTF_8));
  }

  /** Returns whether each test has the same outcome in those. */
  boolean haveOutcomesOf(BundledVerdicts others) {
    return outcomes().equals(others.outcomes());
  }

  private Map<TestId, Outcome> outcomes() {
    return matrix.run().results().stream()
        .collect(Collectors.toMap(TestResult::id, TestResult::outcome));
  }

  String statement(Bundle bundle) {
    return TestResultStatement.of(bundle, matrix.run(), first());
  }
}
