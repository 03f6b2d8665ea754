package org.defcore.report.store;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.defcore.report.chart.Shape;
import org.defcore.report.store.CloudHistory.Run;

/**
 * The numbers of tests of each run as a bar, one beside the other.
 *
 * @param most tests of a run
 * @param turns runs whose release is not that of the run before
 */
public record BarChart(List<Shape> shapes, int most, List<Turn> turns) {

  private static final int WIDTH = 900;
  private static final int HEIGHT = 160;

  private static final double LABEL = 110;

  private static final Set<Standing> SMALL = EnumSet.of(Standing.FAILED, Standing.FLAKY);
  private static final List<Standing> UPWARDS =
      List.of(Standing.FAILED, Standing.FLAKY, Standing.PASSED, Standing.NOT_JUDGED);
  private static final int LOWEST = 3;
  private static final int SCALE = HEIGHT - 2 * LOWEST;

  public BarChart {
    shapes = List.copyOf(shapes);
    turns = List.copyOf(turns);
  }

  public int width() {
    return WIDTH;
  }

  public int height() {
    return HEIGHT;
  }

  /**
   * A line between two runs.
   *
   * @param label the release; empty where there is no room for it
   */
  public record Turn(long x, String label) {}

  static BarChart of(List<Run> runs) {
    int most = runs.stream().mapToInt(BarChart::tests).max().orElse(0);
    double step = (double) WIDTH / Math.max(1, runs.size());
    Shape.Boxes boxes = new Shape.Boxes();
    List<Turn> turns = new ArrayList<>();
    double free = 0;
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      double bottom = HEIGHT;
      for (Standing standing : UPWARDS) {
        int tests = run.of(standing);
        double height = (double) SCALE * tests / Math.max(1, most);
        // One failure among hundreds of tests is to be seen.
        height = SMALL.contains(standing) && tests > 0 ? Math.max(LOWEST, height) : height;
        bottom -= height;
        boxes.add(standing.tone(), i * step, bottom, Math.min(step * 0.85, 60), height);
      }
      if (i == 0 || !run.release().equals(runs.get(i - 1).release())) {
        boolean room = i * step >= free && i * step <= WIDTH - LABEL;
        free = room ? i * step + LABEL : free;
        turns.add(new Turn(Math.round(i * step), room ? run.release() : ""));
      }
    }
    return new BarChart(boxes.shapes(), most, turns);
  }

  private static int tests(Run run) {
    return run.counts().values().stream().mapToInt(Integer::intValue).sum();
  }
}
