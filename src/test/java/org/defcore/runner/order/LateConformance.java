package org.defcore.runner.order;

import org.defcore.kit.InteropTest;
import org.defcore.kit.Start;

/** Tests that do nothing. */
final class LateConformance {

  @InteropTest(
      id = "00000000-0000-4000-8000-000000000021",
      name = "late.a",
      claim = "One",
      start = Start.EARLY)
  void a() {}

  @InteropTest(id = "00000000-0000-4000-8000-000000000022", name = "late.b", claim = "Two")
  void b() {}

  @InteropTest(
      id = "00000000-0000-4000-8000-000000000023",
      name = "late.c",
      claim = "Three",
      start = Start.FIRST)
  void c() {}
}
