package org.defcore.verdict;

import java.util.List;
import java.util.stream.Stream;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Status;
import org.defcore.guideline.Target;
import org.defcore.result.Outcome;

/**
 * What one run establishes about one target of one guideline.
 *
 * @param full counts tests of every basis; this column carries the mark
 * @param apiContract counts only tests that rest on the API and on an instance's life cycle
 * @param capabilities by status, strongest first, then in the guideline's order
 * @param undefined what the target lists although the guideline does not define it
 * @param barriers why it cannot carry the mark, half a sentence each; empty if only the review is
 *     missing
 */
public record Verdict(
    Guideline guideline,
    Target target,
    Column full,
    Column apiContract,
    List<ScoredCapability> capabilities,
    List<Undefined> undefined,
    List<String> barriers) {

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
    barriers = List.copyOf(barriers);
  }

  /** The word of the column that carries the mark. */
  public Word word() {
    return full.word();
  }

  /** The required unflagged tests, each once. */
  public List<TestLine> counted() {
    return lines().filter(TestLine::counted).toList();
  }

  /** Those that failed. */
  public List<TestLine> failed() {
    return counted().stream().filter(it -> it.outcome() == Outcome.FAILED).toList();
  }

  /** Those that neither passed nor failed. */
  public List<TestLine> missing() {
    return counted().stream()
        .filter(it -> it.outcome() != Outcome.PASSED && it.outcome() != Outcome.FAILED)
        .toList();
  }

  /** Those that count in the full column only. */
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
