package org.defcore.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contrast as WCAG 2.2 computes it; 4.5 is what level AA asks of text. */
final class PageColoursTest {

  private final Map<String, String> colours;

  PageColoursTest() {
    colours =
        Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});")
            .matcher(Golden.stylesheet())
            .results()
            .collect(Collectors.toMap(it -> it.group(1), it -> it.group(2)));
  }

  @ParameterizedTest
  @CsvSource({
    "ink, paper",
    "ink, panel",
    "muted, paper",
    "muted, panel",
    "link, paper",
    "link, panel",
    "good, good-ground",
    "bad, bad-ground",
    "open, open-ground",
    "none, none-ground",
    "ink, good-ground",
    "ink, bad-ground",
    "ink, open-ground",
    "ink, none-ground"
  })
  void textStandsOutFromItsGround(String text, String ground) {
    double lighter = luminance(colours.get(ground)) + 0.05;
    double darker = luminance(colours.get(text)) + 0.05;

    assertThat(lighter / darker).as("%s on %s", text, ground).isGreaterThanOrEqualTo(4.5);
  }

  private static double luminance(String colour) {
    return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
  }

  private static double channel(String colour, int from) {
    double value = Integer.parseInt(colour.substring(from, from + 2), 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
