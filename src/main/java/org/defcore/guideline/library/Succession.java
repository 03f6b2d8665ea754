package org.defcore.guideline.library;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.defcore.guideline.Approval;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineException;

/** The order of the guidelines of a library. */
public final class Succession {

  private final GuidelineLibrary library;

  public Succession(GuidelineLibrary library) {
    this.library = library;
  }

  /**
   * The guideline that this one replaces, according to its file. If the file names none, or one
   * that the library lacks, the last earlier one of the same series, by name. Empty if there is
   * none.
   *
   * @throws GuidelineException when that one cannot be used
   */
  public Optional<Guideline> before(Guideline guideline) {
    List<String> names = library.names().stream().filter(it -> !it.equals(guideline.id())).toList();
    return guideline
        .replaces()
        .filter(names::contains)
        .or(() -> last(names, guideline.id()))
        .map(library::bundled);
  }

  private static Optional<String> last(List<String> names, String id) {
    return names.stream()
        .filter(it -> Approval.series(it).equals(Approval.series(id)))
        .filter(it -> it.compareTo(id) < 0)
        .max(Comparator.naturalOrder());
  }
}
