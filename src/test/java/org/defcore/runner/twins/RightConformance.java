package org.defcore.runner.twins;

import org.defcore.kit.Claim;
import org.defcore.kit.InteropTest;

/** One of two that claim the same id. */
final class RightConformance {

  @InteropTest(id = "00000000-0000-4000-8000-00000000000a")
  @Claim("Right")
  void right() {}
}
