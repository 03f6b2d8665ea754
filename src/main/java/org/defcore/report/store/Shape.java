package org.defcore.report.store;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All boxes of one colour in a chart, as one path of SVG.
 *
 * @param tone class that colours it
 */
public record Shape(Standing standing, String tone, String path) {

  static String tone(Standing standing) {
    return switch (standing) {
      case PASSED -> "good";
      case FLAKY -> "open";
      case FAILED -> "bad";
      case NOT_JUDGED -> "none";
    };
  }

  /** Boxes that are added one by one, in any order of their colours. */
  static final class Boxes {

    private final Map<Standing, StringBuilder> paths = new EnumMap<>(Standing.class);

    void add(Standing standing, double x, double y, double width, double height) {
      if (height > 0) {
        paths
            .computeIfAbsent(standing, it -> new StringBuilder())
            .append(
                String.format(Locale.ROOT, "M%.1f %.1fh%.1fv%.1fh-%3$.1fz", x, y, width, height)
                    .replace(".0", ""));
      }
    }

    List<Shape> shapes() {
      return Stream.of(Standing.values())
          .filter(paths::containsKey)
          .map(it -> new Shape(it, tone(it), String.valueOf(paths.get(it))))
          .toList();
    }
  }
}
