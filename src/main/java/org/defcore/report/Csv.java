package org.defcore.report;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of CSV (RFC 4180), with line feeds. */
public final class Csv {

  private Csv() {}

  public static String line(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\n"));
  }

  /** A text of a cloud that a spreadsheet takes for no formula. */
  public static String harmless(String text) {
    return !text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static String cell(String text) {
    return text.matches("[^\",\\r\\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
