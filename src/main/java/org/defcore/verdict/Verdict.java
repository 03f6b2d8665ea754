package org.defcore.verdict;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Status;
import org.defcore.guideline.Target;
import org.defcore.policy.Mark;
import org.defcore.result.Outcome;

/**
 * Result of one run for one target of one guideline.
 *
 * @param mark which of its columns carries the mark
 * @param full counts tests of every basis
 * @param apiContract counts only tests that rest on the API and on an instance's life cycle
 * @param capabilities by status, strongest first, then in the guideline's order
 * @param undefined what the target lists although the guideline does not define it
 * @param waivers every one of the policy, with what it does here
 * @param barriers why it cannot carry the mark, half a sentence each; empty if only the review is
 *     missing
 * @param bypassing the same where extra attributes are bypassed, without a view of its own; absent
 *     if the run bypassed none
 */
public record Verdict(
    Guideline guideline,
    Target target,
    Mark mark,
    Column full,
    Column apiContract,
    List<ScoredCapability> capabilities,
    List<Undefined> undefined,
    List<WaiverEffect> waivers,
    List<String> barriers,
    Optional<Verdict> bypassing) {

  /** A capability, or a whole component, that is listed by name only. */
  public record Undefined(Status status, String name) {}

  /**
   * A required capability that no run can support.
   *
   * @param why half a sentence
   */
  public record NotEvidenced(String capability, String why) {}

  public Verdict {
    capabilities = List.copyOf(capabilities);
    undefined = List.copyOf(undefined);
    waivers = List.copyOf(waivers);
    barriers = List.copyOf(barriers);
  }

  /** The same with these barriers. */
  Verdict withBarriers(List<String> others) {
    return with(others, bypassing);
  }

  /** The same beside that where extra attributes are bypassed, if there is one. */
  Verdict beside(Optional<Verdict> other) {
    return with(barriers, other);
  }

  private Verdict with(List<String> others, Optional<Verdict> other) {
    return new Verdict(
        guideline,
        target,
        mark,
        full,
        apiContract,
        capabilities,
        undefined,
        waivers,
        others,
        other);
  }

  /** Counted tests that pass only where extra attributes are bypassed, as they end there. */
  public List<TestLine> passedByBypass() {
    Set<String> passed =
        counted().stream().filter(TestLine::passed).map(TestLine::key).collect(Collectors.toSet());
    return bypassing.stream()
        .flatMap(it -> it.counted().stream())
        .filter(it -> it.passed() && !passed.contains(it.key()))
        .toList();
  }

  /** The column that carries the mark. */
  public Column marked() {
    return switch (mark) {
      case FULL -> full;
      case API_CONTRACT -> apiContract;
    };
  }

  /** The status of the column that carries the mark. */
  public VerdictStatus status() {
    return marked().status();
  }

  /** The required unflagged tests, each once. */
  public List<TestLine> counted() {
    return lines().filter(TestLine::counted).toList();
  }

  /** Number of counted tests whose results were found by name or alias. */
  public long named() {
    return counted().stream().filter(it -> it.otherId().isPresent()).count();
  }

  /** Counted tests that failed and are not waived. */
  public List<TestLine> failed() {
    return standing().filter(it -> it.outcome() == Outcome.FAILED).toList();
  }

  /** Counted tests that neither passed nor failed, and are not excused in the full column. */
  public List<TestLine> missing() {
    return standing()
        .filter(it -> it.outcome() != Outcome.PASSED && it.outcome() != Outcome.FAILED)
        .filter(it -> it.outcome() != Outcome.FLAKY || full.flakyCounted() == 0)
        .filter(it -> it.outcome() != Outcome.SKIPPED || full.skippedExcused() == 0)
        .toList();
  }

  /** Counted tests that did not pass and are waived. */
  public List<TestLine> waived() {
    Set<String> waived = waivedKeys();
    return counted().stream().filter(it -> waived.contains(it.key())).toList();
  }

  /** Counted tests that the declaration rules out, also where they are waived. */
  public List<TestLine> notApplicable() {
    return counted().stream().filter(it -> it.outcome() == Outcome.NOT_APPLICABLE).toList();
  }

  /** Flaky tests that count as passed in the full column. */
  public List<TestLine> flakyCounted() {
    return full.flakyCounted() == 0
        ? List.of()
        : standing().filter(it -> it.outcome() == Outcome.FLAKY).toList();
  }

  /** Skipped tests that are no failure in the full column, by the policy. */
  public List<TestLine> skippedExcused() {
    return full.skippedExcused() == 0
        ? List.of()
        : standing().filter(it -> it.outcome() == Outcome.SKIPPED).toList();
  }

  private Stream<TestLine> standing() {
    Set<String> waived = waivedKeys();
    return lines().filter(TestLine::counted).filter(it -> !waived.contains(it.key()));
  }

  private Set<String> waivedKeys() {
    return waivers.stream().flatMap(it -> it.tests().stream()).collect(Collectors.toSet());
  }

  /** Tests that count in the full column only. */
  public List<TestLine> outsideApiContract() {
    return counted().stream().filter(it -> !it.restsOnTheApi()).toList();
  }

  /** Required capabilities whose tests are all flagged, or that have none. */
  public List<NotEvidenced> notEvidenced() {
    return capabilities.stream()
        .filter(it -> it.status() == Status.REQUIRED && !it.evidenced())
        .map(it -> new NotEvidenced(it.name(), whyNot(it)))
        .toList();
  }

  private Stream<TestLine> lines() {
    return capabilities.stream().flatMap(it -> it.tests().stream());
  }

  private static String whyNot(ScoredCapability capability) {
    return switch (capability.tests().size()) {
      case 0 -> "it has no tests";
      case 1 -> "its only test is flagged";
      default -> "all of its " + capability.tests().size() + " tests are flagged";
    };
  }
}
