package org.defcore.verdict;

import java.util.Locale;

/** Rule by which a line counts in its verdict or does not. */
public enum CountingRule {
  COUNTED("counts"),
  /** The same test stands in an earlier required capability and is counted there. */
  COUNTED_ELSEWHERE("counted under an earlier capability"),
  FLAGGED("flagged in the guideline"),
  NOT_REQUIRED("its capability is not required");

  private final String why;

  CountingRule(String why) {
    this.why = why;
  }

  /** The word as files write it: {@code counted-elsewhere}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The rule for people, half a sentence. */
  public String why() {
    return why;
  }
}
