package org.defcore.capability;

import java.util.List;
import java.util.Optional;
import org.defcore.guideline.TestId;

/**
 * One test as the catalogue knows it.
 *
 * @param names every upstream name that a guideline or a result may use, the newest first
 * @param service word of the service that the test is about: {@code object-store}
 * @param title the subject of the test, one sentence; empty in the files for a test of the suite,
 *     whose claim says it
 * @param reason for the basis; empty only for {@link Basis#API_CONTRACT}
 * @param absent the reason for which the suite will never have the test under its own id; empty for
 *     every test that can be implemented
 * @param rgw what is known of the test on Ceph's object gateway, where it differs from Swift
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
    Correction correction,
    Optional<String> rgw) {

  private static final List<Need> SERVER_ON_A_NEW_NETWORK =
      List.of(new Need(Need.Kind.FLAVOR, ""), new Need(Need.Kind.SERVICE, "network"));

  public CatalogueEntry {
    names = List.copyOf(names);
    needs = List.copyOf(needs);
  }

  /** A test that can be implemented, is applicable to all clouds and corrects no other. */
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
        Correction.NONE,
        Optional.empty());
  }

  /** The test that this one corrects, by the API contract alone. */
  public Optional<TestId> corrects() {
    return correction.corrects();
  }

  /** Returns whether it boots a server: on a network that is there, or on one that it makes. */
  public boolean boots() {
    return needs.contains(new Need(Need.Kind.NETWORK, ""))
        || needs.containsAll(SERVER_ON_A_NEW_NETWORK);
  }

  CatalogueEntry titled(String sentence) {
    return new CatalogueEntry(
        id, names, service, sentence, basis, reason, needs, absent, applicability, correction, rgw);
  }

  /** The newest name. */
  public String name() {
    return names.get(0);
  }
}
