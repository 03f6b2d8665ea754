package org.defcore.report.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.defcore.report.Page;
import org.defcore.scoring.Criterion;
import org.defcore.scoring.Points;
import org.defcore.scoring.Score;
import org.defcore.scoring.Tabulation;
import org.defcore.scoring.Tabulation.Row;

/** Page of a tabulation. */
public final class ScoringPage implements Page {

  private final Tabulation tabulation;

  public ScoringPage(Tabulation tabulation) {
    this.tabulation = tabulation;
  }

  @Override
  public String template() {
    return "scoring.ftlh";
  }

  public Tabulation tabulation() {
    return tabulation;
  }

  public ScoringPhrases words() {
    return new ScoringPhrases(tabulation);
  }

  public List<Criterion> criteria() {
    return List.copyOf(tabulation.weights().points().keySet());
  }

  public int weight(Criterion criterion) {
    return tabulation.weights().sum(List.of(criterion));
  }

  /** Names of the criteria that have that score and count under the guideline. */
  public String named(Row row, String sign) {
    return row.line().having(score(sign)).stream()
        .filter(tabulation.weights().points()::containsKey)
        .map(tabulation.weights()::name)
        .collect(Collectors.joining(", "));
  }

  private static Score score(String sign) {
    return Arrays.stream(Score.values())
        .filter(it -> it.sign().equals(sign))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such score: " + sign));
  }

  /** The class that colours a row's word. */
  public String tone(Row row) {
    if (row.over()) {
      return "good";
    }
    return row.points().state() == Points.State.COMPLETE ? "none" : "open";
  }

  /** The sign beside the word, for those who see no colours. */
  public String symbol(Row row) {
    return row.over() ? "✓" : row.points().state() == Points.State.INCOMPLETE ? "?" : "–";
  }

  /** The standing of a row in one word. */
  public String word(Row row) {
    return switch (row.points().state()) {
      case COMPLETE -> row.over() ? "over" : "under";
      case INCOMPLETE -> "open";
      case VETOED -> "veto";
    };
  }
}
