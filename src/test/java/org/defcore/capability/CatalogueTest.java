package org.defcore.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.defcore.guideline.TestId;
import org.junit.jupiter.api.Test;

class CatalogueTest {

  private static final TestId FIRST = TestId.of("00000000-0000-4000-8000-000000000001");
  private static final TestId SECOND = TestId.of("00000000-0000-4000-8000-000000000002");

  @Test
  void findsAnEntryByIdAndByEveryName() {
    CatalogueEntry entry = entry(FIRST, "compute", "new.name", "old.name");

    Catalogue catalogue = new Catalogue(List.of(entry));

    assertThat(catalogue.entry(FIRST)).contains(entry);
    assertThat(catalogue.byName("new.name")).contains(entry);
    assertThat(catalogue.byName("old.name")).contains(entry);
    assertThat(catalogue.entry(SECOND)).isEmpty();
    assertThat(catalogue.byName("new")).isEmpty();
  }

  @Test
  void listsEntriesByServiceAndThenByNewestName() {
    CatalogueEntry volume = entry(FIRST, "volume", "a.volume");
    CatalogueEntry later = entry(SECOND, "compute", "z.server");
    CatalogueEntry earlier =
        entry(TestId.of("00000000-0000-4000-8000-000000000003"), "compute", "b.server", "zz.old");

    assertThat(new Catalogue(List.of(volume, later, earlier)).entries())
        .containsExactly(earlier, later, volume);
  }

  @Test
  void refusesAnIdOrANameOfTwoEntries() {
    CatalogueEntry entry = entry(FIRST, "compute", "one.name");

    assertThatThrownBy(() -> new Catalogue(List.of(entry, entry(FIRST, "compute", "another.name"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"00000000-0000-4000-8000-000000000001\" stands for two entries");
    assertThatThrownBy(
            () -> new Catalogue(List.of(entry, entry(SECOND, "compute", "x", "one.name"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"one.name\" stands for two entries");
  }

  private static CatalogueEntry entry(TestId id, String service, String... names) {
    return new CatalogueEntry(
        id, List.of(names), service, "A title.", Basis.API_CONTRACT, "", List.of());
  }
}
