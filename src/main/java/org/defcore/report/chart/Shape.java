package org.defcore.report.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All boxes of one colour in a chart, as one path of SVG.
 *
 * @param tone class of the stylesheet that colours it
 */
public record Shape(String tone, String path) {

  /** Boxes that are added one by one, in any order of their colours. */
  public static final class Boxes {

    private final Map<String, StringBuilder> paths = new LinkedHashMap<>();

    public void add(String tone, double x, double y, double width, double height) {
      if (height > 0 && width > 0) {
        paths
            .computeIfAbsent(tone, it -> new StringBuilder())
            .append(
                String.format(Locale.ROOT, "M%.1f %.1fh%.1fv%.1fh-%3$.1fz", x, y, width, height)
                    .replace(".0", ""));
      }
    }

    /** The shapes, in the order in which their colours came up. */
    public List<Shape> shapes() {
      return paths.entrySet().stream()
          .map(it -> new Shape(it.getKey(), String.valueOf(it.getValue())))
          .toList();
    }
  }
}
