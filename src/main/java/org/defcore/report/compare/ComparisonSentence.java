package org.defcore.report.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.defcore.policy.Mark;
import org.defcore.report.compare.RunComparison.Agreement;
import org.defcore.report.compare.RunComparison.Difference;

/** A comparison in two sentences. */
final class ComparisonSentence {

  private ComparisonSentence() {}

  static String verdicts(RunComparison comparison) {
    List<String> words = comparison.marked().words();
    Map<String, List<String>> clouds = new TreeMap<>();
    for (int i = 0; i < words.size(); i++) {
      clouds
          .computeIfAbsent(words.get(i), it -> new ArrayList<>())
          .add(comparison.clouds().get(i).label());
    }
    List<String> parts = new ArrayList<>();
    clouds.forEach(
        (word, labels) -> parts.add(who(labels, words.size()) + " " + word.replace('-', ' ')));
    return "%s under guideline %s%s: %s."
        .formatted(
            comparison.target().title(),
            comparison.guideline().id(),
            comparison.mark() == Mark.FULL ? "" : " (API contract only)",
            String.join("; ", parts));
  }

  private static String who(List<String> labels, int clouds) {
    if (labels.size() < clouds) {
      return String.join(", ", labels);
    }
    return (clouds == 2 ? "both" : "all " + clouds) + " clouds";
  }

  static String tests(RunComparison comparison) {
    int some = comparison.askedOfSome();
    return some == 0
        ? outcomes(comparison)
        : outcomes(comparison)
            + " "
            + count(
                some,
                "test is in the guidelines of only some of the runs.",
                "tests are in the guidelines of only some of the runs.");
  }

  private static String outcomes(RunComparison comparison) {
    int same = comparison.agreements().stream().mapToInt(Agreement::tests).sum();
    if (comparison.tests().isEmpty()) {
      return same == 1
          ? "The only test has the same outcome everywhere."
          : "All " + same + " tests have the same outcome everywhere.";
    }
    long opposed =
        comparison.tests().stream().filter(it -> it.difference() == Difference.OPPOSED).count();
    int left = comparison.leftOut().tests();
    long others = comparison.tests().size() - opposed - left;
    List<String> parts = new ArrayList<>();
    if (opposed > 0) {
      parts.add(
          count(
              opposed,
              "test passes on one cloud and fails on another",
              "tests pass on one cloud and fail on another"));
    }
    if (others > 0) {
      parts.add(
          count(
              others,
              (opposed > 0 ? "more " : "test ") + "differs because a cloud did not judge it",
              (opposed > 0 ? "more " : "tests ") + "differ because a cloud did not judge them"));
    }
    if (left > 0) {
      boolean alone = parts.isEmpty();
      parts.add(
          count(
              left,
              (alone ? "test " : "") + "was left out of a run",
              (alone ? "tests " : "") + "were left out of a run"));
    }
    return "%s; %s."
        .formatted(
            String.join(", ", parts),
            count(same, "has the same outcome everywhere", "have the same outcome everywhere"));
  }

  private static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
