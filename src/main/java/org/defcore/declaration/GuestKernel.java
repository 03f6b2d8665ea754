package org.defcore.declaration;

import java.util.Locale;

/** Whose kernel a guest runs on. */
public enum GuestKernel {
  /** One that its image brings. */
  OWN,
  /** That of its host. */
  SHARED,
  /** No guest runs. */
  NONE;

  /** The word as files write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
