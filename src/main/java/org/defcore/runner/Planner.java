package org.defcore.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.defcore.capability.Catalogue;
import org.defcore.capability.CatalogueEntry;
import org.defcore.capability.Need;
import org.defcore.guideline.Capability;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineTest;
import org.defcore.guideline.TestId;
import org.defcore.result.Outcome;
import org.defcore.result.PlannedTest;

/** Says of every test of a guideline what is to become of it on a cloud. */
public final class Planner {

  private final Catalogue catalogue;
  private final SuiteIndex suite;

  public Planner(Catalogue catalogue, SuiteIndex suite) {
    this.catalogue = catalogue;
    this.suite = suite;
  }

  /**
   * Every test that the guideline lists, required or not, each id once, by service, then name.
   *
   * @param preconditions what the cloud offers; absent if no cloud was asked
   * @throws SelectionException if the selection takes nothing
   */
  public List<PlannedTest> plan(
      Guideline guideline, Selection selection, Optional<Preconditions> preconditions) {
    Map<TestId, List<String>> capabilities = new TreeMap<>();
    for (Capability capability : guideline.capabilities().values()) {
      for (GuidelineTest test : capability.tests()) {
        entry(test)
            .ifPresent(
                it ->
                    capabilities
                        .computeIfAbsent(it.id(), id -> new ArrayList<>())
                        .add(capability.name()));
      }
    }
    List<PlannedTest> all =
        capabilities.entrySet().stream()
            .map(it -> planned(it.getKey(), it.getValue(), preconditions))
            .sorted(
                java.util.Comparator.comparing(PlannedTest::service)
                    .thenComparing(PlannedTest::name))
            .toList();
    List<PlannedTest> taken = all.stream().filter(selection::takes).toList();
    if (taken.isEmpty()) {
      throw new SelectionException(nothing(guideline, selection, all));
    }
    return taken;
  }

  private Optional<CatalogueEntry> entry(GuidelineTest test) {
    return test.id().flatMap(catalogue::entry).or(() -> catalogue.byName(test.name()));
  }

  private PlannedTest planned(
      TestId id, List<String> capabilities, Optional<Preconditions> preconditions) {
    CatalogueEntry entry = catalogue.entry(id).orElseThrow();
    Optional<ImplementedTest> implemented = suite.find(id);
    if (implemented.isEmpty()) {
      return test(
          entry, entry.title(), capabilities, Optional.of(Outcome.NOT_IMPLEMENTED), "", "the suite does not have it yet");
    }
    String claim = implemented.get().claim();
    for (Need need : entry.needs()) {
      Optional<String> missing = preconditions.flatMap(it -> it.missing(need));
      if (missing.isPresent()) {
        return test(
            entry, claim, capabilities, Optional.of(Outcome.SKIPPED), "no-" + need.kind().word(), missing.get());
      }
    }
    return test(entry, claim, capabilities, Optional.empty(), "", "");
  }

  private static PlannedTest test(
      CatalogueEntry entry,
      String claim,
      List<String> capabilities,
      Optional<Outcome> decided,
      String code,
      String reason) {
    return new PlannedTest(
        entry.id(), entry.name(), claim, entry.service(), capabilities, decided, code, reason);
  }

  private static String nothing(Guideline guideline, Selection selection, List<PlannedTest> all) {
    TreeSet<String> services = new TreeSet<>();
    all.forEach(it -> services.add(it.service()));
    return "%s takes no test of guideline %s: it has the services %s; its capabilities and tests are listed by: defcore guideline show %s"
        .formatted(selection, guideline.id(), String.join(", ", services), guideline.id());
  }
}
