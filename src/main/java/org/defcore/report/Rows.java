package org.defcore.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table of plain values for people, for programs and for spreadsheets. */
public final class Rows {

  private final List<String> columns;
  private final List<List<Object>> rows = new ArrayList<>();

  /**
   * @param columns their names as JSON has them: {@code first_failed}
   */
  public Rows(String... columns) {
    this.columns = List.of(columns);
  }

  /**
   * Adds a row.
   *
   * @param cells one a column; in JSON all but numbers and booleans are texts
   */
  public Rows add(Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException("expected " + columns.size() + " cells");
    }
    rows.add(List.of(cells));
    return this;
  }

  public int size() {
    return rows.size();
  }

  /** A table for a terminal. */
  public String text() {
    TextTable table = new TextTable();
    table.row(columns.stream().map(it -> it.replace('_', ' ').toUpperCase(Locale.ROOT)).toList());
    rows.forEach(row -> table.row(texts(row)));
    return PlainText.of(table.text());
  }

  /** Lines of CSV, the names of the columns first. */
  public String csv() {
    StringBuilder csv = new StringBuilder(Csv.line(columns));
    rows.forEach(row -> csv.append(Csv.line(texts(row).stream().map(Csv::harmless).toList())));
    return csv.toString();
  }

  /** A JSON list with an object a row. */
  public String json() {
    return Json.text(array());
  }

  /** The same for a larger document. */
  public ArrayNode array() {
    ArrayNode list = Json.object().arrayNode();
    for (List<Object> row : rows) {
      ObjectNode node = list.addObject();
      for (int i = 0; i < row.size(); i++) {
        put(node, columns.get(i), row.get(i));
      }
    }
    return list;
  }

  private static void put(ObjectNode node, String column, Object cell) {
    if (cell instanceof Number || cell instanceof Boolean) {
      node.putPOJO(column, cell);
    } else {
      node.put(column, cell.toString());
    }
  }

  private static List<String> texts(List<Object> row) {
    return row.stream().map(String::valueOf).toList();
  }
}
