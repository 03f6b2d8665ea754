package org.defcore.verdict;

import java.util.Locale;

/** Result of a verdict. */
public enum VerdictStatus {
  /** Every required unflagged test passed, or the policy excuses it. */
  CONFORMANT,
  /** At least one of them failed, and is not excused. */
  NOT_CONFORMANT,
  /** None of those failed, and at least one has no pass; or the verdict had to be withheld. */
  INCONCLUSIVE,
  /** There is none. */
  NOTHING_REQUIRED;

  /** The word as files and reports write it: {@code not-conformant}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
