package org.defcore.runner.small;

import org.defcore.kit.Claim;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** Three tests that meet in a room before any of them ends, for tests of their launch. */
final class SmallConformance {

  @InteropTest(id = "00000000-0000-4000-8000-000000000001")
  @Claim("One")
  void first(Cloud cloud) {
    cloud.shared(new Room()).meet();
  }

  @InteropTest(id = "00000000-0000-4000-8000-000000000002")
  @Claim("Two")
  void second(Cloud cloud) {
    cloud.shared(new Room()).meet();
  }

  @InteropTest(id = "00000000-0000-4000-8000-000000000003")
  @Claim("Three")
  void third(Cloud cloud) {
    cloud.shared(new Room()).meet();
  }

  @InteropTest(id = "00000000-0000-4000-8000-000000000004")
  @Claim("Four")
  void fourth(Cloud cloud) {
    cloud.shared(new Room()).meet();
  }
}
