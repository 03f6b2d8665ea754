package org.defcore.report.store;

import java.util.ArrayList;
import java.util.List;
import org.defcore.report.chart.Shape;
import org.defcore.report.store.CloudHistory.Run;

/**
 * The number of tests of one standing in each run, as a bar, on a scale of its own.
 *
 * @param most tests of this standing in a run
 * @param turns runs whose release is not that of the run before
 */
public record BarChart(Standing standing, List<Shape> shapes, int most, List<Turn> turns) {

  private static final int WIDTH = 900;
  private static final int HEIGHT = 60;

  private static final double LABEL = 110;

  /** One test among hundreds must be visible. */
  private static final double LOWEST = 2;

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

  static BarChart of(Standing standing, List<Run> runs) {
    int most = runs.stream().mapToInt(it -> it.of(standing)).max().orElse(0);
    double step = (double) WIDTH / Math.max(1, runs.size());
    Shape.Boxes boxes = new Shape.Boxes();
    for (int i = 0; i < runs.size(); i++) {
      int tests = runs.get(i).of(standing);
      double height = tests == 0 ? 0 : Math.max(LOWEST, (double) HEIGHT * tests / most);
      boxes.add(standing.tone(), i * step, HEIGHT - height, Math.min(step * 0.85, 60), height);
    }
    return new BarChart(standing, boxes.shapes(), most, turns(runs, step));
  }

  private static List<Turn> turns(List<Run> runs, double step) {
    List<Turn> turns = new ArrayList<>();
    double free = 0;
    for (int i = 0; i < runs.size(); i++) {
      if (i == 0 || !runs.get(i).release().equals(runs.get(i - 1).release())) {
        boolean room = i * step >= free && i * step <= WIDTH - LABEL;
        free = room ? i * step + LABEL : free;
        turns.add(new Turn(Math.round(i * step), room ? runs.get(i).release() : ""));
      }
    }
    return turns;
  }
}
