package org.defcore.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

  @ParameterizedTest
  @CsvSource({
    // As a service says it, and as its database gave it back.
    "2026-12-01T04:54:55.999980, 2026-12-01T04:54:55.000000, true",
    "2026-12-01T04:54:55.999980, 2026-12-01T04:54:56.000000, true",
    "2026-12-01T04:54:55Z, 2026-12-01T04:54:55.000000, true",
    "2026-12-01T04:54:55Z, 2026-12-01T05:54:55+01:00, true",
    "2026-12-01T04:54:55Z, 2026-12-01T04:54:56Z, false",
    "2026-12-01T04:54:55Z, 2026-12-01T04:54:54Z, false",
    "2026-12-01T04:54:55Z, yesterday, false",
    "yesterday, yesterday, false",
  })
  void fractionsOfASecondMayGetLost(String one, String other, boolean same) {
    assertThat(Times.same(one, other)).isEqualTo(same);
  }
}
