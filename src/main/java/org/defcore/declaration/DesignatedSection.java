package org.defcore.declaration;

import java.util.Locale;

/**
 * What became of a part of the upstream code that a guideline wants to be run.
 *
 * @param note what was changed, or by what it was replaced; may be empty if nothing was
 */
public record DesignatedSection(String project, String section, State state, String note) {

  /** Whether it is upstream's code. */
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
