package org.defcore.declaration;

import java.util.Locale;

/**
 * The state of a part of the upstream code that a guideline designates.
 *
 * @param note the change or the replacement; may be empty if there is none
 */
public record DesignatedSection(String project, String section, State state, String note) {

  /** State of the code in comparison with upstream. */
  public enum State {
    UNMODIFIED,
    MODIFIED,
    REPLACED;

    /** The word as files write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
