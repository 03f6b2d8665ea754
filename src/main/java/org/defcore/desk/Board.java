package org.defcore.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.defcore.capability.Offer;
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
    return terms(run.started(), declared.offer(), declared.product());
  }

  /**
   * The terms for one run.
   *
   * @param started time at which it was started
   * @param product its name as declared
   */
  public ScoringTerms terms(Instant started, Offer offer, Optional<String> product) {
    LocalDate day = asOf.orElseGet(() -> LocalDate.ofInstant(started, ZoneOffset.UTC));
    return new ScoringTerms(policy, day, offer, product, approvals);
  }
}
