package org.defcore.foreign;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.defcore.result.Outcome;

/**
 * The end of a test in the words of Python's test runners. Their "error" is a failure here: it
 * tells how a test was left, not whether the cloud answered. A failure or a success that a list of
 * expectations turned around is not turned around again, and a success so counts as nobody's.
 */
enum SourceStatus {
  SUCCESS(Outcome.PASSED, "", "success", "successful", "passed", "pass", "ok"),
  FAILURE(Outcome.FAILED, "failed in the source", "fail", "failed", "failure", "error"),
  SKIP(Outcome.SKIPPED, "skipped in the source", "skip", "skipped"),
  EXPECTED_FAILURE(Outcome.FAILED, "failed, as its source expected", "xfail"),
  UNEXPECTED_SUCCESS(Outcome.ERROR, "passed, against what its source expected", "uxsuccess"),
  UNFINISHED(Outcome.ERROR, "started in the source and never ended there");

  /** The code of a test that another tool skipped. */
  private static final String SKIPPED_THERE = "by-source";

  private final Outcome outcome;
  private final String what;
  private final List<String> words;

  SourceStatus(Outcome outcome, String what, String... words) {
    this.outcome = outcome;
    this.what = what;
    this.words = List.of(words);
  }

  static Optional<SourceStatus> of(String word) {
    String lower = word.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(it -> it.words.contains(lower)).findFirst();
  }

  Outcome outcome() {
    return outcome;
  }

  String code() {
    return this == SKIP ? SKIPPED_THERE : "";
  }

  /** The reason in the words of the source, if it gave any. */
  String reason(String said) {
    return switch (this) {
      case SUCCESS -> "";
      case FAILURE, SKIP -> said.isBlank() ? what + ", without a reason" : said;
      case EXPECTED_FAILURE, UNEXPECTED_SUCCESS, UNFINISHED ->
          said.isBlank() ? what : what + ": " + said;
    };
  }
}
