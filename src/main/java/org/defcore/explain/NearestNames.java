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
        .map(it -> Candidate.of(it, asked))
        .sorted(
            Comparator.comparing(Candidate::contains, Comparator.reverseOrder())
                .thenComparingInt(Candidate::distance)
                .thenComparing(Candidate::name))
        .limit(most)
        .map(Candidate::name)
        .toList();
  }

  private record Candidate(String name, boolean contains, int distance) {

    static Candidate of(String name, String asked) {
      String lower = name.toLowerCase(Locale.ROOT);
      return new Candidate(name, lower.contains(asked), EditDistance.between(asked, lower));
    }
  }
}
