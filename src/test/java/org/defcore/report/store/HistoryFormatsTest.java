package org.defcore.report.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.defcore.report.Golden;
import org.defcore.report.Templates;
import org.junit.jupiter.api.Test;

class HistoryFormatsTest {

  private static final CloudHistory HISTORY =
      HistorySample.history("112233", "PPFFPP", "PLPPFP", "PSPEPP", "FFFFFF", " P P  ");

  @Test
  void textHasRunsAndTests() {
    Golden.assertSame("history.txt", HISTORY.text());
  }

  @Test
  void jsonHasTheSame() {
    Golden.assertSame("history.json", HISTORY.json());
  }

  @Test
  void csvHasTheTests() {
    assertThat(HISTORY.csv().lines())
        .hasSize(6)
        .startsWith("test,id,judged,first_failed,last,last_judged,changes,flake_rate")
        .contains(
            "tempest.api.test0,00000000-0000-4000-8000-000000000000,6,2026-01-03T12:00:00Z,passed,"
                + "passed,2,0.00");
  }

  @Test
  void pageHasChartsWithTheirTables() {
    Golden.assertSame("history.html", Templates.render(new HistoryPage(HISTORY)));
  }

  @Test
  void eachStandingHasAChartOfItsOwnScale() {
    assertThat(new HistoryPage(HISTORY).charts())
        .extracting(BarChart::standing)
        .startsWith(Standing.FAILED)
        .endsWith(Standing.PASSED)
        .doesNotHaveDuplicates();
    assertThat(new HistoryPage(HISTORY).charts())
        .allSatisfy(
            chart -> {
              assertThat(chart.most())
                  .isEqualTo(
                      HISTORY.runs().stream()
                          .mapToInt(it -> it.of(chart.standing()))
                          .max()
                          .orElseThrow());
              assertThat(chart.shapes()).hasSize(1);
              assertThat(chart.shapes().get(0).path())
                  .as("the bar of the most tests is as high as the chart")
                  .contains("v" + chart.height() + "h");
            });
  }

  @Test
  void nothingIsShownOfTestsThatAlwaysPassed() {
    CloudHistory history = HistorySample.history("1");

    assertThat(history.text()).endsWith("every test that was run passed every time\n");
    assertThat(Templates.render(new HistoryPage(history)))
        .contains("<p>Every test that was run passed in every run.</p>");
  }

  /** A daily run for a year, each of another release. */
  @Test
  void pageOfManyRunsIsSmall() {
    String outcomes = "PF".repeat(200);
    String page =
        Templates.render(new HistoryPage(HistorySample.history("12".repeat(200), outcomes)));

    assertThat(page.length()).isLessThan(200_000);
  }
}
