package org.defcore.result;

import java.util.List;

/**
 * Anything in a run that departs from the default.
 *
 * @param what one hyphenated word: {@code tls-not-verified}, {@code endpoint-override}
 * @param detail one line for people, without secrets
 */
public record Deviation(String what, String detail) {

  /** The results are another tool's. */
  public static final String IMPORTED = "imported";

  /** The results are of tests that passed, and of no others. */
  public static final String PASSES_ONLY = "passes-only";

  /** Returns whether a run has such a deviation. */
  public static boolean isAmong(List<Deviation> deviations, String what) {
    return deviations.stream().anyMatch(it -> it.what().equals(what));
  }
}
