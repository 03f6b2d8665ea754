package org.defcore.clouds;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of clouds that are not what they should be, refused without a word of their content. */
class CloudFileShapeTest {

  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() {
    desk = new Desk(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
'clouds: {acme: {auth: {password: *s3cret}}}' | expected YAML but found something else at line 1, column 34: check the indentation, and quote values with special characters
'clouds: {acme: {auth: {password: !s3cret x}}}' | expected YAML but found something else at line 1, column 34: check the indentation, and quote values with special characters
'clouds: [acme]' | clouds: expected clouds by name but found a list: indent each cloud below clouds:
'- clouds' | expected a mapping with the key clouds but found a list: start it with clouds:
'clouds: {acme: }' | cloud 'acme': expected settings but found nothing: indent them below its name
'clouds: {acme: {auth: s3cret}}' | cloud 'acme': auth: expected settings but found text: indent them below auth:
'clouds: &a {acme: *a}' | expected plain YAML but found too many aliases or nested levels: write it out
""")
  void refusesAFileOfAnotherShape(String text, String message) {
    assertThatThrownBy(() -> load(text.replace("\"", "'")))
        .isInstanceOf(CloudException.class)
        .hasMessage("clouds.yaml: " + message.replace("\"", "'"))
        .message()
        .doesNotContain("s3cret");
  }

  @Test
  void refusesABombOfAliases() {
    StringBuilder text = new StringBuilder("a0: &a0 {k: v}\n");
    for (int i = 1; i < 60; i++) {
      text.append("a%d: &a%d {k: *a%d, l: *a%d}%n".formatted(i, i, i - 1, i - 1));
    }
    assertThatThrownBy(() -> load(text + "clouds: {}"))
        .hasMessage(
            "clouds.yaml: expected plain YAML but found too many aliases or nested levels:"
                + " write it out");
  }

  @Test
  void refusesOtherEncodingsAndBrokenJson() throws IOException {
    Path file = desk.write("work/clouds.yaml", "x");
    Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xE4});
    assertThatThrownBy(desk::load)
        .hasMessage("clouds.yaml: expected UTF-8 but found other bytes: save it as UTF-8");

    Files.delete(file);
    desk.write("work/clouds.json", "{\"clouds\": {\"acme\": s3cret}}");
    assertThatThrownBy(desk::load)
        .hasMessageStartingWith("clouds.json: expected JSON but found a syntax error at line 1")
        .message()
        .doesNotContain("s3cret");
  }

  private CloudConfig load(String... lines) {
    desk.write("work/clouds.yaml", lines);
    return desk.load();
  }
}
