package org.defcore.report;

import org.defcore.verdict.Column;
import org.defcore.verdict.Verdict;

/** A verdict as one sentence for people who read nothing else. */
final class Sentence {

  private Sentence() {}

  static String of(String cloud, Verdict verdict) {
    Column full = verdict.full();
    String target =
        "%s under guideline %s".formatted(verdict.target().title(), verdict.guideline().id());
    return switch (full.word()) {
      case CONFORMANT -> "%s meets %s: %s passed.".formatted(cloud, target, all(full.mustPass()));
      case NOT_CONFORMANT ->
          "%s does not meet %s: %s.".formatted(cloud, target, String.join("; ", full.reasons()));
      case INCONCLUSIVE ->
          "This run does not settle whether %s meets %s: %s."
              .formatted(cloud, target, String.join("; ", full.reasons()));
      case NOTHING_REQUIRED ->
          "There is nothing that %s would have to do for %s: %s."
              .formatted(cloud, target, String.join("; ", full.reasons()));
    };
  }

  private static String all(int mustPass) {
    return mustPass == 1 ? "the only required test" : "all " + mustPass + " required tests";
  }
}
