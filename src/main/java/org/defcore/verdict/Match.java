package org.defcore.verdict;

import java.util.Locale;

/** The key by which a test of a guideline found its result. */
public enum Match {
  ID,
  NAME,
  ALIAS,
  /** The run has no result of it. */
  NONE;

  /** The word as files and reports write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
