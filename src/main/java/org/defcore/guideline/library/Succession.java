package org.defcore.guideline.library;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.defcore.guideline.Approval;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineException;

/** Which guideline of a library came before another. */
public final class Succession {

  private final GuidelineLibrary library;

  public Succession(GuidelineLibrary library) {
    this.library = library;
  }

  /**
   * The one that it replaces, as its file says; of a file that does not say, or names one that the
   * library lacks, the last one before it in the library, by name, of the same series. Empty if
   * there is none.
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
