package org.defcore.runner;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** In which order tests start: as they ask for it, and by name where that is the same. */
final class StartOrder {

  private StartOrder() {}

  static List<ImplementedTest> of(Collection<ImplementedTest> tests) {
    return tests.stream()
        .sorted(Comparator.comparing(ImplementedTest::start).thenComparing(ImplementedTest::name))
        .toList();
  }
}
