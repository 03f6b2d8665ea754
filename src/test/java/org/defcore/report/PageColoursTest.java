package org.defcore.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contrast as WCAG 2.2 computes it; 4.5 is what level AA asks of text. */
final class PageColoursTest {

  private static final int DARK = Golden.stylesheet().indexOf("prefers-color-scheme: dark");

  private final Map<String, String> light = colours(Golden.stylesheet().substring(0, DARK));
  private final Map<String, String> dark = colours(Golden.stylesheet().substring(DARK));

  private static Map<String, String> colours(String css) {
    return Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});")
        .matcher(css)
        .results()
        .collect(Collectors.toMap(it -> it.group(1), it -> it.group(2)));
  }

  @Test
  void darkPagesHaveEveryColour() {
    assertThat(dark.keySet()).isEqualTo(light.keySet());
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
    assertThat(contrast(light, text, ground)).isGreaterThanOrEqualTo(4.5);
    assertThat(contrast(dark, text, ground)).as("dark").isGreaterThanOrEqualTo(4.5);
  }

  /** 3 is what level AA asks of graphics. */
  @ParameterizedTest
  @ValueSource(strings = {"bar-good", "bar-bad", "bar-open", "bar-none"})
  void barsStandOutFromThePage(String bar) {
    assertThat(contrast(light, bar, "paper")).isGreaterThanOrEqualTo(3);
    assertThat(contrast(dark, bar, "paper")).as("dark").isGreaterThanOrEqualTo(3);
  }

  private static double contrast(Map<String, String> colours, String one, String other) {
    double first = luminance(colours.get(one)) + 0.05;
    double second = luminance(colours.get(other)) + 0.05;
    return Math.max(first, second) / Math.min(first, second);
  }

  private static double luminance(String colour) {
    return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
  }

  private static double channel(String colour, int from) {
    double value = Integer.parseInt(colour.substring(from, from + 2), 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
