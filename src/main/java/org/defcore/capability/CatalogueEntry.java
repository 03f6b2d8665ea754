package org.defcore.capability;

import java.util.List;
import java.util.Optional;
import org.defcore.guideline.TestId;

/**
 * One test as the catalogue knows it.
 *
 * @param names every upstream name that a guideline or a result may use, the newest first
 * @param service type of the service that the test is about: {@code compute identity image network
 *     volume object-store dns orchestration}
 * @param title what is checked, one sentence; the files leave it empty for a test that the suite
 *     has, as its claim says that
 * @param reason why the basis is what it is; empty only for {@link Basis#API_CONTRACT}
 * @param absent why the suite does not have the test and never will under its own id; empty for
 *     every test that can be implemented
 */
public record CatalogueEntry(
    TestId id,
    List<String> names,
    String service,
    String title,
    Basis basis,
    String reason,
    List<Need> needs,
    Optional<String> absent,
    Applicability applicability,
    Correction correction) {

  public CatalogueEntry {
    names = List.copyOf(names);
    needs = List.copyOf(needs);
  }

  /** A test that can be implemented, asks for no particular kind of compute and corrects none. */
  public CatalogueEntry(
      TestId id,
      List<String> names,
      String service,
      String title,
      Basis basis,
      String reason,
      List<Need> needs) {
    this(
        id,
        names,
        service,
        title,
        basis,
        reason,
        needs,
        Optional.empty(),
        Applicability.EVERYWHERE,
        Correction.NONE);
  }

  /** The test whose capability this one checks by the API contract alone. */
  public Optional<TestId> corrects() {
    return correction.corrects();
  }

  CatalogueEntry titled(String sentence) {
    return new CatalogueEntry(
        id, names, service, sentence, basis, reason, needs, absent, applicability, correction);
  }

  /** The newest name. */
  public String name() {
    return names.get(0);
  }
}
