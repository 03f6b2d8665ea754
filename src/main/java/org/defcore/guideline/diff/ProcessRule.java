package org.defcore.guideline.diff;

import java.util.Locale;

/** The rules of the guideline process for the changes from one guideline to the next. */
public enum ProcessRule {
  REQUIRED_UNANNOUNCED(
      "what becomes required was advisory before", "vendors need one cycle to get ready for it"),
  REMOVED_UNANNOUNCED(
      "what was required is deprecated before it goes",
      "users who rely on it need one cycle to leave it"),
  TEST_ADDED(
      "an approved guideline gets no more tests",
      "who passed it yesterday would not today, under the same name"),
  TEST_REMOVED(
      "an approved guideline loses no test; it flags it",
      "a flag keeps a record of the requirement and the reason, a removed test does not"),
  FLAG_DROPPED(
      "what an approved guideline has flagged stays flagged in it",
      "who relied on the flag would fail after the fact"),
  FLAG_CARRIED_OVER(
      "a new guideline starts without the flags of the one before",
      "each flag is to be argued anew, so that a test is mended or leaves"),
  TOO_MANY_APPROVED(
      "at most two guidelines of a series are approved at a time",
      "the mark is to mean what clouds do now; older guidelines are superseded");

  private final String expected;
  private final String why;

  ProcessRule(String expected, String why) {
    this.expected = expected;
    this.why = why;
  }

  /** Its name in reports: {@code flag-carried-over}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The condition that holds if the process was followed. */
  public String expected() {
    return expected;
  }

  /** The reason for the rule, half a sentence. */
  public String why() {
    return why;
  }
}
