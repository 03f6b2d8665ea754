package org.defcore.declaration;

import java.util.Locale;

/** The kernel that a guest runs on. */
public enum GuestKernel {
  /** The kernel of its image. */
  OWN,
  /** The kernel of its host. */
  SHARED,
  /** No guest runs. */
  NONE;

  /** The word as files write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
