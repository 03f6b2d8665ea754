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

  /** The column that does not carry the mark. */
  public Mark other(Mark mark) {
    return switch (mark) {
      case FULL -> Mark.API_CONTRACT;
      case API_CONTRACT -> Mark.FULL;
    };
  }

  /** Reasons of the other column; empty if they are the same, or if there are none. */
  public String otherReasons(Verdict verdict) {
    Column other =
        switch (verdict.mark()) {
          case FULL -> verdict.apiContract();
          case API_CONTRACT -> verdict.full();
        };
    return other.reasons().equals(verdict.marked().reasons())
        ? ""
        : String.join("; ", other.reasons());
  }

  /** The reason that this column carries the mark, one sentence. */
  public String whyMarked(Mark mark) {
    return switch (mark) {
      case FULL -> "The policy of the board asks for every required test, whatever it rests on.";
      case API_CONTRACT ->
          "The policy of the board asks for the tests that rest on the API and on an instance's"
              + " life cycle alone.";
    };
  }

  /** Kinds of compute that may carry the mark: {@code virtual-machine or zone}. */
  public String kinds() {
    return terms.policy().kinds().stream().map(Kind::word).collect(Collectors.joining(" or "));
  }

  public String declaredKind() {
    return terms.offer().kind().map(Kind::word).orElse("none");
  }
}
