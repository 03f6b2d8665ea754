package org.defcore.report.run;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.defcore.policy.Mark;
import org.defcore.report.OutcomeMeaning;
import org.defcore.result.Outcome;
import org.defcore.verdict.Column;
import org.defcore.verdict.Verdict;

/**
 * A verdict by the column that decides the mark, in two or three sentences that can be read aloud.
 */
final class VerdictSentence {

  /** Reasons that repeat what the counts say. */
  private static final Pattern COUNT =
      Pattern.compile("\\d+ of \\d+ required tests? (?!(?:is|are) waived).*", Pattern.DOTALL);

  private VerdictSentence() {}

  static String of(String subject, Verdict verdict) {
    Column column = verdict.marked();
    String target =
        "%s under guideline %s%s"
            .formatted(
                verdict.target().title(),
                verdict.guideline().id(),
                verdict.mark() == Mark.FULL ? "" : " (API contract only)");
    return switch (column.status()) {
      case CONFORMANT -> "%s meets %s. %s".formatted(subject, target, counts(column));
      case NOT_CONFORMANT -> "%s does not meet %s. %s".formatted(subject, target, counts(column));
      case INCONCLUSIVE ->
          "It is undecided whether %s meets %s. %s".formatted(subject, target, counts(column));
      case NOTHING_REQUIRED ->
          "%s requires nothing that could be tested: %s."
              .formatted(target, String.join("; ", column.reasons()));
    };
  }

  /** Numbers of tests by outcome, then the other reasons of the verdict. */
  static String counts(Column column) {
    StringBuilder text = new StringBuilder(passed(column));
    if (column.missing() > 0) {
      text.append(" ").append(notJudged(column));
    }
    List<String> others =
        column.reasons().stream().filter(it -> !COUNT.matcher(it).matches()).toList();
    others.forEach(it -> text.append(' ').append(sentence(it)));
    return text.toString();
  }

  private static String passed(Column column) {
    int all = column.mustPass();
    if (all == column.passed()) {
      return all == 1 ? "The only required test passed." : "All " + all + " required tests passed.";
    }
    return "%d of %s passed, %d failed."
        .formatted(
            column.passed(),
            all == 1 ? "1 required test" : all + " required tests",
            column.failed());
  }

  private static String notJudged(Column column) {
    Map<Outcome, Integer> causes =
        Arrays.stream(Outcome.values())
            .collect(Collectors.toMap(Function.identity(), it -> unsettled(column, it)));
    List<Outcome> some =
        Arrays.stream(Outcome.values()).filter(it -> causes.getOrDefault(it, 0) > 0).toList();
    String number = column.missing() + " could not be judged: ";
    return some.size() == 1
        ? number + OutcomeMeaning.cause(some.get(0)) + "."
        : number
            + some.stream()
                .map(it -> causes.get(it) + " " + OutcomeMeaning.cause(it))
                .collect(Collectors.joining(", "))
            + ".";
  }

  private static int unsettled(Column column, Outcome outcome) {
    int left = column.count(outcome) - column.waived().getOrDefault(outcome, 0);
    return switch (outcome) {
      case PASSED, FAILED -> 0;
      case FLAKY -> left - column.flakyCounted();
      case SKIPPED -> left - column.skippedExcused();
      case BLOCKED, NOT_APPLICABLE, NOT_RUN, NOT_IMPLEMENTED, ERROR -> left;
    };
  }

  private static String sentence(String reason) {
    return Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + ".";
  }
}
