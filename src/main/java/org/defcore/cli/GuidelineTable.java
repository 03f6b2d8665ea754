package org.defcore.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns as wide as their longest cell, two blanks apart. */
final class GuidelineTable {

  private final List<List<String>> rows = new ArrayList<>();

  GuidelineTable row(List<String> cells) {
    rows.add(List.copyOf(cells));
    return this;
  }

  GuidelineTable row(String... cells) {
    return row(List.of(cells));
  }

  List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  private String line(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String cell = row.get(column);
      line.append(cell).append(" ".repeat(width(column) - cell.length() + 2));
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return rows.stream()
        .filter(it -> column < it.size())
        .mapToInt(it -> it.get(column).length())
        .max()
        .orElse(0);
  }
}
