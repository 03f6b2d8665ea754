package org.defcore.clouds.discovery;

import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.function.ToLongFunction;

/** Number and sizes of flavors. */
final class FlavorRanges {

  private final FactCollector findings;

  FlavorRanges(FactCollector findings) {
    this.findings = findings;
  }

  void note(List<FoundFlavor> flavors, String source) {
    findings.add("flavor.count", String.valueOf(flavors.size()), source);
    if (!flavors.isEmpty()) {
      range("flavor.ram", flavors, FoundFlavor::ram, source);
      range("flavor.vcpus", flavors, FoundFlavor::vcpus, source);
    }
  }

  private void range(
      String name, List<FoundFlavor> flavors, ToLongFunction<FoundFlavor> size, String source) {
    LongSummaryStatistics sizes = flavors.stream().mapToLong(size).summaryStatistics();
    findings.add(name + ".min", String.valueOf(sizes.getMin()), source);
    findings.add(name + ".max", String.valueOf(sizes.getMax()), source);
  }
}
