package org.defcore.report.run;

import java.util.stream.Collectors;
import org.defcore.capability.Kind;
import org.defcore.policy.Mark;
import org.defcore.verdict.Column;
import org.defcore.verdict.ScoringTerms;
import org.defcore.verdict.Verdict;

/** Words about the policy for the page. */
public record PolicyText(ScoringTerms terms) {

  public String column(Mark mark) {
    return switch (mark) {
      case FULL -> "full";
      case API_CONTRACT -> "API contract";
    };
  }

  /** The column that does not decide the mark. */
  public Mark other(Mark mark) {
    return switch (mark) {
      case FULL -> Mark.API_CONTRACT;
      case API_CONTRACT -> Mark.FULL;
    };
  }

  /** The column that would decide under another policy. */
  public Column otherColumn(Verdict verdict) {
    return switch (verdict.mark()) {
      case FULL -> verdict.apiContract();
      case API_CONTRACT -> verdict.full();
    };
  }

  /** Reasons of the other column; empty if they are the same, or if there are none. */
  public String otherReasons(Verdict verdict) {
    Column other = otherColumn(verdict);
    return other.reasons().equals(verdict.marked().reasons())
        ? ""
        : String.join("; ", other.reasons());
  }

  /** The reason that this column decides the mark, one sentence. */
  public String whyMarked(Mark mark) {
    return switch (mark) {
      case FULL -> "The policy requires every test of the guideline, whatever it depends on.";
      case API_CONTRACT ->
          "The policy requires only the tests that depend on nothing but the API and the life cycle"
              + " of an instance.";
    };
  }

  /** Kinds of compute that are eligible for the mark: {@code virtual-machine or zone}. */
  public String kinds() {
    return terms.policy().kinds().stream().map(Kind::word).collect(Collectors.joining(" or "));
  }

  public String declaredKind() {
    return terms.offer().kind().map(Kind::word).orElse("none");
  }
}
