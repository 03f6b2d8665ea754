package org.defcore.report.scoring;

import java.util.List;
import java.util.function.Function;
import org.defcore.report.PlainText;
import org.defcore.report.TextTable;
import org.defcore.scoring.Tabulation;
import org.defcore.scoring.Tabulation.Own;
import org.defcore.scoring.Tabulation.Row;

/** Writes a tabulation for a terminal. */
public final class TextScoring {

  /** The whole text; the same tabulation gives the same bytes. */
  public String render(Tabulation tabulation) {
    ScoringPhrases words = new ScoringPhrases(tabulation);
    StringBuilder text = new StringBuilder();
    text.append(
        "worksheet %s under guideline %s\n%s\n\n"
            .formatted(
                tabulation.worksheet().cycle(), tabulation.guideline().id(), words.sentence()));
    TextTable table = new TextTable();
    table.row(List.of("rank", "total", "", "guideline", "capability", ""));
    for (Row row : tabulation.rows()) {
      table.row(
          List.of(
              String.valueOf(row.rank()),
              words.points(row),
              row.over() ? "*" : "",
              words.standing(row),
              row.line().capability(),
              words.lifts(row)));
    }
    text.append(table.text());
    section(
        text,
        "scored otherwise than the guideline's achievements",
        tabulation.differing(),
        it -> it.line().capability() + ": " + words.difference(it));
    section(
        text,
        "required, and by the guideline's own achievements under the cutoff",
        tabulation.requiredUnderTheCutoff(),
        it -> it.capability() + ": " + it.total());
    section(
        text,
        "in a target of the guideline, and not on the worksheet",
        words.unscored(),
        (Own it) -> it.capability() + ": " + words.standing(it));
    return PlainText.of(text.toString());
  }

  private static <T> void section(
      StringBuilder text, String title, List<T> members, Function<T, String> line) {
    if (!members.isEmpty()) {
      text.append("\n%s (%d)\n".formatted(title, members.size()));
      members.forEach(it -> text.append("  ").append(line.apply(it)).append('\n'));
    }
  }
}
