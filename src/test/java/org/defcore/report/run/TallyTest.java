package org.defcore.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.defcore.guideline.Status;
import org.defcore.result.Outcome;
import org.defcore.verdict.ScoredCapability;
import org.junit.jupiter.api.Test;

final class TallyTest {

  @Test
  void capabilityWithoutTestsSaysSo() {
    Tally none = Tally.of(new ScoredCapability("empty", "", "nova", Status.REQUIRED, List.of()));

    assertThat(none).isEqualTo(new Tally(0, 0, 0, Outcome.NOT_RUN));
    assertThat(none.words()).isEqualTo("no tests");
  }

  @Test
  void capabilityWhoseTestsAreAllFlaggedSaysSo() {
    assertThat(new Tally(0, 0, 3, Outcome.NOT_RUN).words()).isEqualTo("every test is flagged");
  }

  @Test
  void passedAreCountedAmongThoseThatAreNotFlagged() {
    assertThat(new Tally(4, 5, 1, Outcome.FAILED).words()).isEqualTo("4 of 5");
  }
}
