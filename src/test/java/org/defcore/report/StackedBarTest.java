package org.defcore.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.defcore.report.chart.Shape;
import org.defcore.report.chart.StackedBar;
import org.defcore.report.chart.StackedBar.Part;
import org.junit.jupiter.api.Test;

final class StackedBarTest {

  @Test
  void partsShareTheWidth() {
    StackedBar bar = bar(3, 1, 0);

    assertThat(bar.shapes())
        .containsExactly(
            new Shape("good", "M0 0h450v10h-450z"), new Shape("bad", "M450 0h150v10h-150z"));
    assertThat(bar.words()).isEqualTo("3 passed, 1 failed");
  }

  @Test
  void oneAmongThousandsIsVisibleAndTheBarStaysAsLong() {
    assertThat(bar(4998, 1, 1).shapes())
        .extracting(Shape::path)
        .containsExactly("M0 0h590v10h-590z", "M590 0h5v10h-5z", "M595 0h5v10h-5z");
  }

  @Test
  void nothingIsAnEmptyBar() {
    assertThat(bar(0, 0, 0).shapes()).isEmpty();
    assertThat(bar(0, 0, 0).words()).isEqualTo("no tests");
  }

  private static StackedBar bar(int passed, int failed, int notJudged) {
    return new StackedBar(
        List.of(
            new Part("good", "passed", passed),
            new Part("bad", "failed", failed),
            new Part("none", "not judged", notJudged)));
  }
}
