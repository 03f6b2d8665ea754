package org.defcore.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Compares a document with the one kept beside the tests; {@code -Dgolden.update} rewrites that.
 * The stylesheet that all pages repeat is kept by its name alone.
 */
public final class Golden {

  private static final Path FOLDER = Path.of("src/test/resources/report");

  private Golden() {}

  public static void assertSame(String file, String document) {
    Path golden = FOLDER.resolve(file);
    String kept = document.replace(stylesheet(), "/* report.css */\n");
    try {
      if (System.getProperty("golden.update") != null) {
        Files.writeString(golden, kept);
      }
      assertThat(kept).as(golden.toString()).isEqualTo(Files.readString(golden));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String stylesheet() {
    try (InputStream css =
        Objects.requireNonNull(Templates.class.getResourceAsStream("report.css"))) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
