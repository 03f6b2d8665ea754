package org.defcore.runner;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Order in which tests start: as they ask for it, and as given where that is the same. */
final class StartOrder {

  private StartOrder() {}

  static List<ImplementedTest> of(Collection<ImplementedTest> tests) {
    return tests.stream().sorted(Comparator.comparing(ImplementedTest::start)).toList();
  }
}
