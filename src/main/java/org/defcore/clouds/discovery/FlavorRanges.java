package org.defcore.clouds.discovery;

import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.function.ToIntFunction;
import org.openstack4j.model.compute.Flavor;

/** Number and sizes of flavors. */
final class FlavorRanges {

  private final FactCollector findings;

  FlavorRanges(FactCollector findings) {
    this.findings = findings;
  }

  void note(List<? extends Flavor> flavors, String source) {
    findings.add("flavor.count", String.valueOf(flavors.size()), source);
    if (!flavors.isEmpty()) {
      range("flavor.ram", flavors, Flavor::getRam, source);
      range("flavor.vcpus", flavors, Flavor::getVcpus, source);
    }
  }

  private void range(
      String name, List<? extends Flavor> flavors, ToIntFunction<Flavor> size, String source) {
    IntSummaryStatistics sizes = flavors.stream().mapToInt(size).summaryStatistics();
    findings.add(name + ".min", String.valueOf(sizes.getMin()), source);
    findings.add(name + ".max", String.valueOf(sizes.getMax()), source);
  }
}
