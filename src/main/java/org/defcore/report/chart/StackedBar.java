package org.defcore.report.chart;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A horizontal bar of parts that make up a whole; parts that are empty are left out.
 *
 * @param parts from left to right
 */
public record StackedBar(List<Part> parts) {

  private static final int WIDTH = 600;
  private static final int HEIGHT = 10;

  /** One test among hundreds must be visible. */
  private static final double NARROWEST = 5;

  /**
   * A part of the whole.
   *
   * @param tone class of the stylesheet that colours it
   * @param word name of the part for people
   */
  public record Part(String tone, String word, int count) {}

  public StackedBar {
    parts = parts.stream().filter(it -> it.count() > 0).toList();
  }

  public int width() {
    return WIDTH;
  }

  public int height() {
    return HEIGHT;
  }

  public List<Shape> shapes() {
    double spare = 0;
    double wide = 0;
    for (Part part : parts) {
      double width = share(part);
      spare += Math.max(0, NARROWEST - width);
      wide += width > NARROWEST ? width - NARROWEST : 0;
    }
    Shape.Boxes boxes = new Shape.Boxes();
    double x = 0;
    for (Part part : parts) {
      double width = share(part);
      double shown =
          width <= NARROWEST ? NARROWEST : width - spare * (width - NARROWEST) / Math.max(1, wide);
      boxes.add(part.tone(), x, 0, shown, HEIGHT);
      x += shown;
    }
    return boxes.shapes();
  }

  private double share(Part part) {
    return (double) WIDTH * part.count() / total();
  }

  private int total() {
    return parts.stream().mapToInt(Part::count).sum();
  }

  /** The bar in words: {@code 323 passed, 4 failed, 1 not judged}. */
  public String words() {
    return parts.isEmpty()
        ? "no tests"
        : parts.stream().map(it -> it.count() + " " + it.word()).collect(Collectors.joining(", "));
  }
}
