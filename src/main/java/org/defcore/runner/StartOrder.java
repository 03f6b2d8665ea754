package org.defcore.runner;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.defcore.capability.Catalogue;
import org.defcore.capability.CatalogueEntry;
import org.defcore.capability.Need;

/**
 * In which order tests start: first those that boot servers, because a run lasts as long as the
 * last of them.
 */
final class StartOrder {

  private final Catalogue catalogue;

  StartOrder(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** By name among those that take long, and among the others. */
  List<ImplementedTest> of(Collection<ImplementedTest> tests) {
    return tests.stream()
        .sorted(Comparator.comparing(this::isQuick).thenComparing(ImplementedTest::name))
        .toList();
  }

  private boolean isQuick(ImplementedTest test) {
    return catalogue.entry(test.id()).filter(StartOrder::bootsServers).isEmpty();
  }

  private static boolean bootsServers(CatalogueEntry entry) {
    return switch (entry.basis()) {
      case INSTANCE_LIFECYCLE, IMPLEMENTATION -> true;
      case API_CONTRACT, GUEST_ACCESS -> needsImageAndFlavor(entry);
    };
  }

  private static boolean needsImageAndFlavor(CatalogueEntry entry) {
    Set<Need.Kind> kinds =
        entry.needs().stream().map(Need::kind).collect(Collectors.toUnmodifiableSet());
    return kinds.containsAll(Set.of(Need.Kind.IMAGE, Need.Kind.FLAVOR));
  }
}
