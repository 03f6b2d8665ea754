package org.defcore.explain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.defcore.guideline.EditDistance;

/** Suggestions for a name that does not exist. */
final class NearestNames {

  private NearestNames() {}

  /**
   * The names that contain the written one come first, then by the number of different characters.
   */
  static List<String> of(String written, Collection<String> names, int most) {
    String asked = written.toLowerCase(Locale.ROOT);
    return names.stream()
        .distinct()
        .sorted(
            Comparator.comparing((String it) -> !it.toLowerCase(Locale.ROOT).contains(asked))
                .thenComparingInt(it -> EditDistance.between(asked, it.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()))
        .limit(most)
        .toList();
  }
}
