package org.defcore.guideline;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Suggestions for a word that is none of those known. */
public final class Nearest {

  private static final int MOST = 3;

  private Nearest() {}

  /**
   * A question with at most three of the names, such as {@code " Did you mean run?"}; empty if none
   * is near.
   */
  public static String question(String written, Collection<String> names) {
    List<String> near = of(written, names);
    return near.isEmpty() ? "" : " Did you mean " + String.join(", ", near) + "?";
  }

  /** Names that differ in at most a third of their characters, at most three, nearest first. */
  static List<String> of(String written, Collection<String> names) {
    String asked = written.toLowerCase(Locale.ROOT);
    return names.stream()
        .distinct()
        .map(it -> new Candidate(it, EditDistance.between(asked, it.toLowerCase(Locale.ROOT))))
        .filter(
            it ->
                it.distance() <= Math.max(2, it.name().length() / 3)
                    && it.distance() < it.name().length())
        .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
        .limit(MOST)
        .map(Candidate::name)
        .toList();
  }

  private record Candidate(String name, int distance) {}
}
