package org.defcore.report.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.defcore.policy.Mark;
import org.defcore.report.compare.RunComparison.Agreement;
import org.defcore.report.compare.RunComparison.Difference;

/** A comparison in two sentences for people who read nothing else. */
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
            comparison.mark() == Mark.FULL ? "" : " as far as the API contract goes",
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
                "test is in the guidelines of some of the runs only.",
                "tests are in the guidelines of some of the runs only.");
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
    long others = comparison.tests().size() - opposed;
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
          opposed > 0
              ? count(others, "differs otherwise", "differ otherwise")
              : count(others, "test differs", "tests differ"));
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
