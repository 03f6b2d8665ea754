package org.defcore.runner;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/** Order in which tests start. */
final class StartOrder {

  private StartOrder() {}

  /** As a seed decides it; without one as they ask for it, and as given where that is the same. */
  static List<ImplementedTest> of(Collection<ImplementedTest> tests, OptionalLong seed) {
    if (seed.isEmpty()) {
      return of(tests);
    }
    List<ImplementedTest> shuffled = new ArrayList<>(tests);
    Collections.shuffle(shuffled, new Random(seed.getAsLong()));
    return List.copyOf(shuffled);
  }

  private static List<ImplementedTest> of(Collection<ImplementedTest> tests) {
    return tests.stream().sorted(Comparator.comparing(ImplementedTest::start)).toList();
  }
}
