package org.defcore.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.defcore.guideline.Capability;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Requirement;
import org.defcore.guideline.Status;

/**
 * A worksheet with the weights of a guideline, beside the guideline's own scores.
 *
 * @param rows most points first, then by name; vetoed ones last
 * @param own points of the guideline's own {@code achievements}, by name
 */
public record Tabulation(
    Worksheet worksheet, Guideline guideline, Weights weights, List<Row> rows, List<Own> own) {

  /** The key of the veto against capabilities that need an administrator. */
  public static final String NON_ADMIN = "non-admin";

  public Tabulation {
    rows = List.copyOf(rows);
    own = List.copyOf(own);
  }

  /**
   * One capability of the worksheet.
   *
   * @param rank from 1; those of equal points share one
   * @param over whether it reaches the cutoff
   * @param standing the strongest status that a target of the guideline gives it
   * @param defined whether the guideline has such a capability
   * @param difference from the guideline's {@code achievements}; empty where it defines none
   * @param lifts keys of the criteria each of which alone would lift it over the cutoff
   */
  public record Row(
      int rank,
      ScoreLine line,
      Points points,
      boolean over,
      boolean defined,
      Optional<Status> standing,
      Difference difference,
      List<String> lifts) {

    public Row {
      lifts = List.copyOf(lifts);
    }

    Row ranked(int place) {
      return new Row(place, line, points, over, defined, standing, difference, lifts);
    }
  }

  /**
   * The criteria of a capability on which worksheet and guideline disagree.
   *
   * @param worksheetOnly keys of criteria that only the worksheet says are met
   * @param guidelineOnly keys that only the guideline's {@code achievements} name
   */
  public record Difference(List<String> worksheetOnly, List<String> guidelineOnly) {

    static final Difference NONE = new Difference(List.of(), List.of());

    public Difference {
      worksheetOnly = List.copyOf(worksheetOnly);
      guidelineOnly = List.copyOf(guidelineOnly);
    }

    public boolean isEmpty() {
      return worksheetOnly.isEmpty() && guidelineOnly.isEmpty();
    }
  }

  /**
   * A capability of the guideline by its own {@code achievements}.
   *
   * @param scored whether the worksheet has it
   */
  public record Own(
      String capability, Optional<Status> standing, int total, boolean over, boolean scored) {}

  /** Scores the worksheet with the weights of the guideline. */
  public static Tabulation of(Worksheet worksheet, Guideline guideline) {
    Weights weights = Weights.of(guideline);
    Map<String, Status> standings = standings(guideline);
    List<Row> rows =
        worksheet.lines().stream()
            .map(it -> row(it, guideline, weights, standings))
            .sorted(
                Comparator.comparing((Row it) -> it.points().state() == Points.State.VETOED)
                    .thenComparing(it -> -it.points().sum())
                    .thenComparing(it -> it.line().capability()))
            .toList();
    Set<String> scored =
        worksheet.lines().stream()
            .map(ScoreLine::capability)
            .collect(Collectors.toCollection(TreeSet::new));
    List<Own> own =
        guideline.capabilities().values().stream()
            .map(it -> own(it, weights, standings, scored.contains(it.name())))
            .sorted(Comparator.comparing(Own::capability))
            .toList();
    return new Tabulation(worksheet, guideline, weights, ranked(rows), own);
  }

  /** Required by the guideline, although its own achievements do not reach the cutoff. */
  public List<Own> requiredUnderTheCutoff() {
    if (weights.cutoff().isEmpty()) {
      return List.of();
    }
    return own.stream()
        .filter(it -> it.standing().filter(Status.REQUIRED::equals).isPresent() && !it.over())
        .toList();
  }

  /** Rows that the guideline scores differently. */
  public List<Row> differing() {
    return rows.stream().filter(it -> !it.difference().isEmpty()).toList();
  }

  /** The totals as a text worksheet has them. */
  public Map<String, Integer> totals() {
    Map<String, Integer> totals = new LinkedHashMap<>();
    rows.forEach(it -> totals.put(it.line().capability(), it.points().total()));
    return totals;
  }

  private static List<Row> ranked(List<Row> rows) {
    List<Row> ranked = new ArrayList<>();
    for (Row row : rows) {
      Optional<Row> before =
          ranked.isEmpty() ? Optional.empty() : Optional.of(ranked.get(ranked.size() - 1));
      int rank =
          before
              .filter(it -> it.points().equals(row.points()))
              .map(Row::rank)
              .orElse(ranked.size() + 1);
      ranked.add(row.ranked(rank));
    }
    return ranked;
  }

  private static Row row(
      ScoreLine line, Guideline guideline, Weights weights, Map<String, Status> standings) {
    Points points = weights.points(line);
    Optional<Capability> defined =
        Optional.ofNullable(guideline.capabilities().get(line.capability()));
    boolean over = weights.enough(points);
    return new Row(
        0,
        line,
        points,
        over,
        defined.isPresent(),
        Optional.ofNullable(standings.get(line.capability())),
        defined.map(it -> difference(line, it, weights)).orElse(Difference.NONE),
        over ? List.of() : lifts(line, weights));
  }

  private static Difference difference(ScoreLine line, Capability capability, Weights weights) {
    List<String> met =
        line.having(Score.MET).stream()
            .filter(weights.points()::containsKey)
            .map(Criterion::key)
            .toList();
    List<String> achieved = capability.achievements();
    return new Difference(
        met.stream().filter(it -> !achieved.contains(it)).toList(),
        achieved.stream().filter(it -> !met.contains(it)).distinct().sorted().toList());
  }

  private static List<String> lifts(ScoreLine line, Weights weights) {
    List<String> lifts =
        Arrays.stream(Criterion.values())
            .filter(weights.points()::containsKey)
            .filter(it -> line.score(it) != Score.MET)
            .filter(it -> weights.enough(weights.points(line.meeting(it))))
            .map(Criterion::key)
            .collect(Collectors.toCollection(ArrayList::new));
    if (weights.enough(weights.points(line.withoutAdmin()))) {
      lifts.add(NON_ADMIN);
    }
    return lifts;
  }

  private static Own own(
      Capability capability, Weights weights, Map<String, Status> standings, boolean scored) {
    List<Criterion> met =
        capability.achievements().stream()
            .distinct()
            .flatMap(it -> Criterion.parse(it).stream())
            .toList();
    Points points = new Points(weights.sum(met), Points.State.COMPLETE);
    return new Own(
        capability.name(),
        Optional.ofNullable(standings.get(capability.name())),
        points.sum(),
        weights.enough(points),
        scored);
  }

  /** By capability, the strongest status that any target gives it. */
  private static Map<String, Status> standings(Guideline guideline) {
    Map<String, Status> standings = new HashMap<>();
    guideline.targets().stream()
        .flatMap(it -> guideline.requirements(it).stream())
        .forEach((Requirement it) -> merge(standings, it));
    return standings;
  }

  private static void merge(Map<String, Status> standings, Requirement requirement) {
    standings.merge(
        requirement.capability().name(),
        requirement.status(),
        (one, other) -> one.compareTo(other) <= 0 ? one : other);
  }
}
