package org.defcore.guideline.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.defcore.guideline.Guideline;
import org.defcore.guideline.Roots;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order of guidelines. */
class SuccessionTest {

  private final GuidelineLibrary library = Roots.OURS.library();

  @ParameterizedTest
  @CsvSource({
    "2020.06, 2019.11",
    "2018.02, 2017.09",
    "next, 2018.02",
    "2026.11, 2020.06",
    "2015.03, ''",
    "dns.2018.11, dns.2018.02",
    "dns.2018.02, ''",
    "dns.2020.06, dns.2019.11",
    "nfv.next, ''"
  })
  void theOneBeforeIsTheReplacedOneOrTheLastOfTheSeries(String id, String before) {
    assertThat(new Succession(library).before(library.find(id)).map(Guideline::id).orElse(""))
        .isEqualTo(before);
  }
}
