package org.defcore.runner.order;

import org.defcore.kit.InteropTest;
import org.defcore.kit.StartHint;

/** Tests that do nothing. */
final class LateConformance {

  @InteropTest(
      id = "00000000-0000-4000-8000-000000000021",
      claim = "late.a",
      start = StartHint.EARLY)
  void a() {}

  @InteropTest(id = "00000000-0000-4000-8000-000000000022", claim = "late.b")
  void b() {}

  @InteropTest(
      id = "00000000-0000-4000-8000-000000000023",
      claim = "late.c",
      start = StartHint.FIRST)
  void c() {}
}
