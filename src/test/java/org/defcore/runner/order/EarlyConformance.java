package org.defcore.runner.order;

import org.defcore.kit.Claim;
import org.defcore.kit.InteropTest;
import org.defcore.kit.StartHint;

/** Tests that do nothing. */
final class EarlyConformance {

  @InteropTest(id = "00000000-0000-4000-8000-000000000011")
  @Claim("early.a")
  void a() {}

  @InteropTest(id = "00000000-0000-4000-8000-000000000012", start = StartHint.EARLY)
  @Claim("early.b")
  void b() {}

  @InteropTest(id = "00000000-0000-4000-8000-000000000013")
  @Claim("early.c")
  void c() {}
}
