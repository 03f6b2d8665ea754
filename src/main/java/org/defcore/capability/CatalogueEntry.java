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
 * @param title what is checked, one sentence
 * @param reason why the basis is what it is; empty only for {@link Basis#API_CONTRACT}
 * @param absent why the suite does not have the test and never will under its own id; empty for
 *     every test that can be implemented
 * @param corrects the test whose capability this one checks by the API contract alone
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
    Optional<TestId> corrects) {

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
        Optional.empty());
  }

  /** The newest upstream name. */
  public String name() {
    return names.get(0);
  }
}
