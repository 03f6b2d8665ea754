package org.defcore.capability;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.defcore.guideline.TestId;

/** Every known test, found by its id or by any name that it ever had. */
public final class Catalogue {

  private final List<CatalogueEntry> entries;
  private final Map<TestId, CatalogueEntry> byId = new HashMap<>();
  private final Map<String, CatalogueEntry> byName = new HashMap<>();

  /**
   * @throws IllegalArgumentException if an id or a name stands for two entries
   */
  public Catalogue(Collection<CatalogueEntry> entries) {
    this.entries =
        entries.stream()
            .sorted(
                Comparator.comparing(CatalogueEntry::service)
                    .thenComparing(CatalogueEntry::name)
                    .thenComparing(CatalogueEntry::id))
            .toList();
    for (CatalogueEntry entry : this.entries) {
      add(byId, entry.id(), entry);
      entry.names().forEach(name -> add(byName, name, entry));
    }
  }

  private static <K> void add(Map<K, CatalogueEntry> index, K key, CatalogueEntry entry) {
    if (index.putIfAbsent(key, entry) != null) {
      throw new IllegalArgumentException("\"" + key + "\" stands for two entries");
    }
  }

  /** The same catalogue with these claims, by id, as titles; the other titles stay. */
  public Catalogue titled(Map<TestId, String> claims) {
    return new Catalogue(
        entries.stream()
            .map(it -> claims.containsKey(it.id()) ? it.titled(claims.get(it.id()) + ".") : it)
            .toList());
  }

  public Optional<CatalogueEntry> entry(TestId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The one entry that has this among its names, whether current or former. */
  public Optional<CatalogueEntry> byName(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The test that corrects that one, by the API contract alone. */
  public Optional<CatalogueEntry> correctionOf(TestId id) {
    return entries.stream().filter(it -> it.corrects().filter(id::equals).isPresent()).findFirst();
  }

  /** By the id of each corrected test, the id of the one that it corrects. */
  public Map<TestId, TestId> corrected() {
    Map<TestId, TestId> corrected = new TreeMap<>();
    entries.forEach(entry -> entry.corrects().ifPresent(it -> corrected.put(entry.id(), it)));
    return corrected;
  }

  /** All entries by service, then by newest name. */
  public List<CatalogueEntry> entries() {
    return entries;
  }
}
