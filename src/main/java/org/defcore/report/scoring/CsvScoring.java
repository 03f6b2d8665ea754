package org.defcore.report.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.defcore.report.Csv;
import org.defcore.report.PlainText;
import org.defcore.scoring.Criterion;
import org.defcore.scoring.Score;
import org.defcore.scoring.Tabulation;
import org.defcore.scoring.Tabulation.Row;

/**
 * Writes a tabulation for spreadsheets: the columns of the published tabulations, in their order,
 * and four more. Lines stand in the order of the worksheet.
 */
public final class CsvScoring {

  /** The whole file; the same tabulation gives the same bytes. */
  public String render(Tabulation tabulation) {
    ScoringPhrases words = new ScoringPhrases(tabulation);
    List<String> heading = new ArrayList<>(List.of("Capability"));
    Arrays.stream(Criterion.values()).map(tabulation.weights()::name).forEach(heading::add);
    heading.addAll(
        List.of(
            "Non-Admin",
            "Total",
            "Rank",
            "Guideline",
            "One More Would Do",
            "Differs From Guideline"));
    StringBuilder csv = new StringBuilder(Csv.line(heading));
    Map<String, Row> rows =
        tabulation.rows().stream()
            .collect(Collectors.toMap(it -> it.line().capability(), it -> it));
    tabulation.worksheet().lines().stream()
        .flatMap(it -> Optional.ofNullable(rows.get(it.capability())).stream())
        .forEach(it -> csv.append(Csv.line(cells(it, words))));
    return PlainText.of(csv.toString());
  }

  private static List<String> cells(Row row, ScoringPhrases words) {
    List<String> cells = new ArrayList<>(List.of(row.line().capability()));
    row.line().scores().values().stream().map(Score::sign).forEach(cells::add);
    cells.add(row.line().nonAdmin().sign());
    cells.add(row.points().total() + (row.over() ? "*" : ""));
    cells.add(String.valueOf(row.rank()));
    cells.add(words.standing(row));
    cells.add(String.join(" ", row.lifts()));
    cells.add(words.difference(row));
    return cells;
  }
}
