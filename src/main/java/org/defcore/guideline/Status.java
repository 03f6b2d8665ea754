package org.defcore.guideline;

import java.util.Locale;

/** Status of a capability in a target, strongest first. */
public enum Status {
  REQUIRED,
  ADVISORY,
  DEPRECATED,
  REMOVED;

  /** The word as guideline files and the command line write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
