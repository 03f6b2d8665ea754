package org.defcore.runner.silent;

import org.defcore.kit.InteropTest;

/** A test that claims nothing. */
final class SilentConformance {

  @InteropTest(id = "00000000-0000-4000-8000-00000000000b")
  void silent() {}
}
