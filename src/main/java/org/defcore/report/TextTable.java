package org.defcore.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns as wide as their longest cell, two blanks apart, for a terminal. */
final class TextTable {

  private final List<List<String>> rows = new ArrayList<>();

  TextTable row(List<String> cells) {
    rows.add(cells.stream().map(it -> it.replaceAll("\\s+", " ")).toList());
    return this;
  }

  /** A line each, no trailing blanks. */
  String text() {
    return text("");
  }

  /**
   * As {@link #text()}.
   *
   * @param indent before every line
   */
  String text(String indent) {
    List<Integer> widths = new ArrayList<>();
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        int width = row.get(column).length();
        if (column == widths.size()) {
          widths.add(width);
        } else {
          widths.set(column, Math.max(width, widths.get(column)));
        }
      }
    }
    StringBuilder table = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(indent);
      for (int column = 0; column < row.size(); column++) {
        String cell = row.get(column);
        line.append(cell).append(" ".repeat(widths.get(column) - cell.length() + 2));
      }
      table.append(line.toString().stripTrailing()).append('\n');
    }
    return table.toString();
  }
}
