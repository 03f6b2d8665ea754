package org.defcore.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NarrowHtmlTest {

  @ParameterizedTest
  @CsvSource({
    "<b>a «b»</b>, <b>a «b»</b>",
    "✓ passed, &#10003; passed",
    "東京 2, &#26481;&#20140; 2",
    "a 𝄞 b, a &#119070; b",
  })
  void referencesStandForWhatIsBeyondLatin1(String written, String page) {
    assertThat(narrow(written)).isEqualTo(page);
  }

  @Test
  void noReferenceTurnsTheDirectionOfText() {
    assertThat(narrow("東\u202Etxt.exe\uD800")).isEqualTo("&#26481;&#65533;txt.exe&#65533;");
  }

  private static String narrow(String written) {
    NarrowHtml html = new NarrowHtml();
    html.write(written, 0, written.length());
    return html.toString();
  }
}
