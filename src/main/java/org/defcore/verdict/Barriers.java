package org.defcore.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.capability.Kind;
import org.defcore.guideline.Approval;
import org.defcore.guideline.Guideline;
import org.defcore.policy.Mark;
import org.defcore.result.RunRecord;

/** Reasons that a verdict cannot carry the mark, whatever its status. */
final class Barriers {

  private static final Comparator<Approval> LATEST_FIRST =
      Comparator.comparing(Approval::on).thenComparing(Approval::id).reversed();

  private final Guideline guideline;
  private final ScoringTerms terms;

  Barriers(Guideline guideline, ScoringTerms terms) {
    this.guideline = guideline;
    this.terms = terms;
  }

  /**
   * Half a sentence each.
   *
   * @param marked the column that carries the mark
   */
  List<String> of(RunRecord run, Column marked, Subject subject) {
    List<String> barriers = new ArrayList<>();
    if (run.simulated()) {
      barriers.add("the cloud is simulated");
    }
    if (!run.integrity().problems().isEmpty()) {
      barriers.add("not all files of the run are reliable");
    }
    if (marked.status() != VerdictStatus.CONFORMANT) {
      String column = terms.policy().mark() == Mark.FULL ? "full" : "API-contract";
      barriers.add("the " + column + " column is " + marked.status().word());
    }
    window().ifPresent(barriers::add);
    if (subject == Subject.COMPUTE) {
      kind().ifPresent(barriers::add);
    }
    return barriers;
  }

  /** Subject of a target. */
  enum Subject {
    /** Compute, alone or among others. */
    COMPUTE,
    OTHER
  }

  private Optional<String> window() {
    String name = "guideline " + guideline.id();
    if (!Approval.given(guideline)) {
      return Optional.of(name + " is not approved but \"" + guideline.approval() + "\"");
    }
    Optional<Approval> own = Approval.of(guideline);
    if (own.isEmpty()) {
      return Optional.of(name + " has no approval date");
    }
    if (own.get().on().isAfter(terms.asOf())) {
      return Optional.of(name + " was not yet approved on " + terms.asOf());
    }
    List<String> latest = latest(own.get());
    return latest.contains(guideline.id())
        ? Optional.empty()
        : Optional.of(
            "%s is not among the latest %d approved by %s: %s"
                .formatted(name, terms.policy().window(), terms.asOf(), String.join(", ", latest)));
  }

  private List<String> latest(Approval own) {
    return Stream.concat(
            terms.approvals().stream().filter(it -> !it.id().equals(own.id())), Stream.of(own))
        .filter(it -> it.series().equals(own.series()) && !it.on().isAfter(terms.asOf()))
        .sorted(LATEST_FIRST)
        .map(Approval::id)
        .limit(terms.policy().window())
        .toList();
  }

  private Optional<String> kind() {
    String admitted =
        terms.policy().kinds().stream().map(Kind::word).collect(Collectors.joining(" or "));
    Optional<Kind> declared = terms.offer().kind();
    if (declared.isEmpty()) {
      return Optional.of("no kind of compute is declared; the policy accepts " + admitted);
    }
    return declared
        .filter(it -> !terms.policy().kinds().contains(it))
        .map(
            it ->
                "servers are declared to be of the kind %s; the policy accepts %s"
                    .formatted(it.word(), admitted));
  }
}
