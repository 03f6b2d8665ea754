package org.defcore.kit;

import org.defcore.http.message.Recording;

/** Hands out what only the extension makes, for tests of other packages. */
public final class Beds {

  private Beds() {}

  /** The cloud as a test would get it. */
  public static Cloud cloud(TestBed bed) {
    return new Cloud(bed, new Recording());
  }
}
