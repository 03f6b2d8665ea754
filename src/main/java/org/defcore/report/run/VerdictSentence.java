package org.defcore.report.run;

import org.defcore.policy.Mark;
import org.defcore.verdict.Column;
import org.defcore.verdict.Verdict;

/** A verdict, by the column that carries the mark, as one sentence for people who read no other. */
final class VerdictSentence {

  private VerdictSentence() {}

  static String of(String cloud, Verdict verdict) {
    Column column = verdict.marked();
    String target =
        "%s under guideline %s%s"
            .formatted(
                verdict.target().title(),
                verdict.guideline().id(),
                verdict.mark() == Mark.FULL ? "" : " as far as the API contract goes");
    String reasons = String.join("; ", column.reasons());
    return switch (column.status()) {
      case CONFORMANT -> "%s meets %s: %s.".formatted(cloud, target, passed(column));
      case NOT_CONFORMANT -> "%s does not meet %s: %s.".formatted(cloud, target, reasons);
      case INCONCLUSIVE ->
          "This run does not settle whether %s meets %s: %s.".formatted(cloud, target, reasons);
      case NOTHING_REQUIRED ->
          "There is nothing that %s would have to do for %s: %s.".formatted(cloud, target, reasons);
    };
  }

  private static String passed(Column column) {
    String all = column.mustPass() == 1 ? "the only required test" : "all " + tests(column);
    if (column.reasons().isEmpty()) {
      return all + " passed";
    }
    String some =
        column.waivedTests() + column.skippedExcused() == 0
            ? all
            : column.passed() + " of " + tests(column);
    return some + " passed; " + String.join("; ", column.reasons());
  }

  private static String tests(Column column) {
    return column.mustPass() + (column.mustPass() == 1 ? " required test" : " required tests");
  }
}
