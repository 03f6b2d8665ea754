package org.defcore.report.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.defcore.guideline.Status;
import org.defcore.scoring.Points;
import org.defcore.scoring.Tabulation;
import org.defcore.scoring.Tabulation.Difference;
import org.defcore.scoring.Tabulation.Own;
import org.defcore.scoring.Tabulation.Row;

/** Phrases about a tabulation, the same for the terminal and the page. */
public final class ScoringPhrases {

  private final Tabulation tabulation;

  ScoringPhrases(Tabulation tabulation) {
    this.tabulation = tabulation;
  }

  /** The result in one sentence. */
  public String sentence() {
    List<String> parts = new ArrayList<>();
    parts.add(
        "%d of %d capabilities are above the cutoff of %s"
            .formatted(
                count(Row::over),
                tabulation.rows().size(),
                tabulation.weights().cutoff().map(String::valueOf).orElse("(none is given)")));
    long vetoed = count(it -> it.points().state() == Points.State.VETOED);
    if (vetoed > 0) {
      parts.add(vetoed + (vetoed == 1 ? " needs" : " need") + " an administrator and cannot be");
    }
    long open = count(it -> it.points().state() == Points.State.INCOMPLETE);
    if (open > 0) {
      parts.add(open + (open == 1 ? " is" : " are") + " not fully scored");
    }
    return String.join("; ", parts) + ".";
  }

  private long count(java.util.function.Predicate<Row> which) {
    return tabulation.rows().stream().filter(which).count();
  }

  /** The standing in the guideline: {@code required}, {@code in no target}, {@code not defined}. */
  public String standing(Row row) {
    return row.defined() ? standing(row.standing()) : "not defined";
  }

  public String standing(Own own) {
    return standing(own.standing());
  }

  private static String standing(Optional<Status> standing) {
    return standing.map(Status::word).orElse("in no target");
  }

  /** The total, and what it would be but for the veto or an open score. */
  public String points(Row row) {
    Points points = row.points();
    return switch (points.state()) {
      case COMPLETE -> String.valueOf(points.total());
      case INCOMPLETE -> points.total() + " (so far)";
      case VETOED -> "0 (veto; else " + points.sum() + ")";
    };
  }

  /** The single criteria that would suffice; empty if none would, or none is needed. */
  public String lifts(Row row) {
    return row.lifts().isEmpty()
        ? ""
        : "reaches the cutoff with: " + String.join(", ", row.lifts());
  }

  /** The differences between worksheet and guideline; empty if there are none. */
  public String difference(Row row) {
    Difference difference = row.difference();
    List<String> parts = new ArrayList<>();
    if (!difference.worksheetOnly().isEmpty()) {
      parts.add("only the worksheet has " + String.join(", ", difference.worksheetOnly()));
    }
    if (!difference.guidelineOnly().isEmpty()) {
      parts.add("only the guideline has " + String.join(", ", difference.guidelineOnly()));
    }
    return String.join("; ", parts);
  }

  /** Capabilities that targets of the guideline list and the worksheet does not have. */
  public List<Own> unscored() {
    return tabulation.own().stream()
        .filter(it -> !it.scored() && it.standing().isPresent())
        .toList();
  }
}
