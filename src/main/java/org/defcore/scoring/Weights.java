package org.defcore.scoring;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.guideline.Annex;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineException;

/**
 * The weights of a guideline's criteria.
 *
 * @param points a criterion that the guideline lacks has none here and counts nothing
 * @param names as the guideline calls them
 * @param cutoff absent in the guidelines of 2015
 */
public record Weights(
    Map<Criterion, Integer> points, Map<Criterion, String> names, Optional<Integer> cutoff) {

  public Weights {
    points = Collections.unmodifiableMap(new EnumMap<>(points));
    names = Collections.unmodifiableMap(new EnumMap<>(names));
  }

  /**
   * Those of a guideline.
   *
   * @throws GuidelineException if it has no criteria, or one that no worksheet scores
   */
  public static Weights of(Guideline guideline) {
    Map<Criterion, Integer> points = new EnumMap<>(Criterion.class);
    Map<Criterion, String> names = new EnumMap<>(Criterion.class);
    for (Annex.Criterion given : guideline.annex().criteria()) {
      Criterion criterion =
          Criterion.parse(given.key())
              .orElseThrow(
                  () ->
                      new GuidelineException(
                          "guideline %s: expected criteria among %s but found \"%s\": no worksheet scores that"
                              .formatted(guideline.id(), Criterion.keys(), given.key())));
      points.put(criterion, given.weight());
      names.put(criterion, given.name().isBlank() ? given.key() : given.name());
    }
    if (points.isEmpty()) {
      throw new GuidelineException(
          "guideline %s: expected scoring criteria but found none: name another with --guideline"
              .formatted(guideline.id()));
    }
    return new Weights(points, names, guideline.annex().cutoff());
  }

  /** The name of a criterion in the guideline, or else its key. */
  public String name(Criterion criterion) {
    return names.getOrDefault(criterion, criterion.key());
  }

  /** The points of a line. */
  public Points points(ScoreLine line) {
    int sum = sum(line.having(Score.MET));
    boolean open = line.having(Score.OPEN).stream().anyMatch(points::containsKey);
    return switch (line.nonAdmin()) {
      case UNMET -> new Points(sum, Points.State.VETOED);
      case OPEN -> new Points(sum, Points.State.INCOMPLETE);
      case MET, NOT_CONSIDERED ->
          new Points(sum, open ? Points.State.INCOMPLETE : Points.State.COMPLETE);
    };
  }

  /** The sum of the weights of these criteria. */
  public int sum(List<Criterion> met) {
    return met.stream().mapToInt(it -> points.getOrDefault(it, 0)).sum();
  }

  /** Returns whether these points reach the cutoff; never if the guideline has none. */
  boolean enough(Points found) {
    return cutoff.filter(found::reaches).isPresent();
  }
}
