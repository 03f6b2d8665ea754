package org.defcore.desk;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.defcore.guideline.Approval;
import org.defcore.policy.Policy;
import org.defcore.result.RunRecord;
import org.defcore.verdict.ScoringTerms;

/**
 * Terms on which a board judges runs.
 *
 * @param asOf day that the verdicts are as of; absent for the day, UTC, on which each run was
 *     started
 * @param approvals of the guidelines of the installation
 */
public record Board(Policy policy, Optional<LocalDate> asOf, List<Approval> approvals) {

  public Board {
    approvals = List.copyOf(approvals);
  }

  /** The board of the installation, which judges each run as of its own day. */
  public static Board usual(Installation installation) {
    return new Board(installation.own().policy(), Optional.empty(), installation.own().approvals());
  }

  /** The terms for one run. */
  ScoringTerms terms(RunRecord run, Declared declared) {
    LocalDate day = asOf.orElseGet(() -> LocalDate.ofInstant(run.started(), ZoneOffset.UTC));
    return new ScoringTerms(policy, day, declared.offer(), declared.product(), approvals);
  }
}
