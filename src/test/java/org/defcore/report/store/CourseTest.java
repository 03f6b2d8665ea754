package org.defcore.report.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseTest {

  /** The outcomes of a test by run, the releases of the runs, and what follows. */
  @ParameterizedTest
  @CsvSource({
    "PPPP, 1111, 4, -, passed, passed, 0, 0.00",
    "PPFF, 1122, 4, 2026-01-03, failed, failed, 1, 0.00", // a release broke it
    "PFPP, 1111, 4, 2026-01-02, passed, passed, 2, 0.50", // nothing was changed
    "FPPP, 1222, 4, 2026-01-01, passed, passed, 1, 0.00",
    "PLPL, 1234, 4, -, flaky, flaky, 0, 0.50", // a pass in the end
    "PLFP, 1111, 4, 2026-01-03, passed, passed, 2, 0.75",
    "PSFE, 1211, 2, 2026-01-03, error, failed, 1, 0.50", // since it was judged before
    "PSFS, 1222, 2, 2026-01-03, skipped, failed, 1, 0.00",
    "SESE, 1111, 0, -, error, -, 0, 0.00",
    "' P F', 1111, 2, 2026-01-04, failed, failed, 1, 0.50",
    "'PP  ', 1111, 2, -, passed, passed, 0, 0.00",
    "PPF, 111, 3, 2026-01-03, failed, failed, 1, 0.33"
  })
  void followsFromOutcomesAndReleases(
      String outcomes,
      String releases,
      int judged,
      String firstFailed,
      String last,
      String lastJudged,
      int changes,
      String flakeRate) {
    Course course =
        Course.of(HistorySample.outcomes(outcomes), HistorySample.runs(releases, outcomes));

    assertThat(course.judged()).isEqualTo(judged);
    assertThat(course.firstFailed().map(it -> it.toString().substring(0, 10)).orElse("-"))
        .isEqualTo(firstFailed);
    assertThat(course.last().word()).isEqualTo(last);
    assertThat(course.lastJudged().map(it -> it.word()).orElse("-")).isEqualTo(lastJudged);
    assertThat(course.changes()).isEqualTo(changes);
    assertThat(course.flakeRate()).hasToString(flakeRate);
  }
}
