package org.defcore.verdict;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.defcore.capability.Offer;
import org.defcore.guideline.Approval;
import org.defcore.policy.Policy;

/**
 * Terms on which a run is scored, besides guideline and catalogue.
 *
 * @param asOf the day on which waivers must be in force and the guideline in the window
 * @param offer what was declared of compute when the run was made
 * @param product name of the product as declared
 * @param approvals of the guidelines that there are; that of the scored one may be missing
 */
public record ScoringTerms(
    Policy policy,
    LocalDate asOf,
    Offer offer,
    Optional<String> product,
    List<Approval> approvals) {

  public ScoringTerms {
    approvals = List.copyOf(approvals);
  }
}
