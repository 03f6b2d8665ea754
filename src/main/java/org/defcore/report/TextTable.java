package org.defcore.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns as wide as their longest cell, two blanks apart, for a terminal. */
public final class TextTable {

  private final List<List<String>> rows = new ArrayList<>();
  private final List<Integer> widths = new ArrayList<>();

  public TextTable row(String... cells) {
    return row(List.of(cells));
  }

  public TextTable row(List<String> cells) {
    List<String> row = cells.stream().map(it -> it.replaceAll("\\s+", " ")).toList();
    for (int column = 0; column < row.size(); column++) {
      if (column == widths.size()) {
        widths.add(0);
      }
      widths.set(column, Math.max(row.get(column).length(), widths.get(column)));
    }
    rows.add(row);
    return this;
  }

  /** A line for each row, without trailing blanks. */
  public List<String> lines() {
    return rows.stream().map(it -> line(it).stripTrailing()).toList();
  }

  /** The lines as one text. */
  public String text() {
    return text("");
  }

  /**
   * The lines as one text.
   *
   * @param indent before every line
   */
  public String text(String indent) {
    StringBuilder table = new StringBuilder();
    lines().forEach(it -> table.append((indent + it).stripTrailing()).append('\n'));
    return table.toString();
  }

  private String line(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String cell = row.get(column);
      line.append(cell).append(" ".repeat(widths.get(column) - cell.length() + 2));
    }
    return line.toString();
  }
}
