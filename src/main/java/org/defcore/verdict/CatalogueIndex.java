package org.defcore.verdict;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.capability.CatalogueEntry;
import org.defcore.guideline.TestId;

/** The tests of the catalogue, by id and by name. */
final class CatalogueIndex {

  private final Map<TestId, CatalogueEntry> entries = new HashMap<>();
  private final NamedTests names = new NamedTests();

  /**
   * @param entries every test that is known here, each once
   */
  CatalogueIndex(List<CatalogueEntry> entries) {
    for (CatalogueEntry entry : entries) {
      this.entries.put(entry.id(), entry);
      entry.names().forEach(it -> names.note(it, entry.id()));
    }
  }

  Optional<CatalogueEntry> entry(TestId id) {
    return Optional.ofNullable(entries.get(id));
  }

  NamedTests names() {
    return names;
  }
}
