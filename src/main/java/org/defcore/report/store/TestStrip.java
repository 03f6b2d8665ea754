package org.defcore.report.store;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.report.chart.Shape;
import org.defcore.report.store.CloudHistory.TestHistory;
import org.defcore.result.Outcome;

/**
 * A test as a row of boxes, one a run, which differ in height as well as in colour.
 *
 * @param words the strip in a sentence
 */
public record TestStrip(TestHistory test, int width, List<Shape> shapes, String words) {

  private static final int HEIGHT = 12;

  private static final int STEP = 10;

  public TestStrip {
    shapes = List.copyOf(shapes);
  }

  public int height() {
    return HEIGHT;
  }

  static TestStrip of(TestHistory test) {
    List<Optional<Outcome>> outcomes = test.outcomes();
    Shape.Boxes boxes = new Shape.Boxes();
    Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i).isPresent()) {
        Standing standing = Standing.of(outcomes.get(i).get());
        int height = height(standing);
        boxes.add(standing.tone(), i * STEP, HEIGHT - height, STEP - 1, height);
        counts.merge(standing, 1, Integer::sum);
      }
    }
    return new TestStrip(
        test,
        outcomes.size() * STEP,
        boxes.shapes(),
        Stream.of(Standing.values())
            .map(it -> counts.getOrDefault(it, 0) + " " + it.word())
            .collect(Collectors.joining(", ")));
  }

  private static int height(Standing standing) {
    return switch (standing) {
      case PASSED -> 4;
      case FLAKY -> 8;
      case FAILED -> HEIGHT;
      case NOT_JUDGED -> 1;
    };
  }
}
