package org.defcore.runner.order;

import org.defcore.kit.Claim;
import org.defcore.kit.InteropTest;
import org.defcore.kit.StartHint;

/** Tests that do nothing. */
final class LateConformance {

  @InteropTest(id = "00000000-0000-4000-8000-000000000021", start = StartHint.EARLY)
  @Claim("late.a")
  void a() {}

  @InteropTest(id = "00000000-0000-4000-8000-000000000022")
  @Claim("late.b")
  void b() {}

  @InteropTest(id = "00000000-0000-4000-8000-000000000023", start = StartHint.FIRST)
  @Claim("late.c")
  void c() {}
}
