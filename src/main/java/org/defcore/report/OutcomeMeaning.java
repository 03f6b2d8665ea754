package org.defcore.report;

import org.defcore.result.Outcome;

/** Outcomes in words for people who do not know the terms: what they mean, and for whom. */
public final class OutcomeMeaning {

  private OutcomeMeaning() {}

  /** The reason that a test could not be judged, for the end of a sentence. */
  public static String cause(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> "passed";
      case FAILED -> "failed";
      case FLAKY -> "flaky (failed, then passed when repeated)";
      case SKIPPED -> "skipped because a prerequisite is missing";
      case BLOCKED -> "blocked because the setup failed";
      case NOT_APPLICABLE -> "not applicable to the declared product";
      case NOT_RUN -> "not run";
      case NOT_IMPLEMENTED -> "not implemented in this version of defcore";
      case ERROR -> "ended in an error without a usable answer";
    };
  }

  /** One or two sentences: where the outcome comes from, the cloud or the tool. */
  public static String explained(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> "The cloud behaves as the test claims.";
      case FAILED -> "The cloud answered, and the answer contradicts the claim.";
      case FLAKY -> "The test failed first and passed when it was repeated.";
      case SKIPPED ->
          "The cloud or the run lacks something that the test needs. Nothing was tested.";
      case BLOCKED ->
          "The cloud did not provide what the test needs to start, such as a running server.";
      case NOT_APPLICABLE ->
          "By its declaration the product does not offer this. It does not count as passed.";
      case NOT_RUN -> "The test was left out of this run, or the run ended before it.";
      case NOT_IMPLEMENTED ->
          "This version of defcore does not implement the test. This is a gap of the tool and says"
              + " nothing about the cloud.";
      case ERROR ->
          "The cloud gave no usable answer, or defcore itself failed. The claim was neither"
              + " confirmed nor contradicted.";
    };
  }
}
