package org.defcore.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares a document with the one kept beside the tests; {@code -Dgolden.update} rewrites that.
 */
final class Golden {

  private static final Path FOLDER = Path.of("src/test/resources/report");

  private Golden() {}

  static void assertSame(String file, String document) {
    Path golden = FOLDER.resolve(file);
    try {
      if (System.getProperty("golden.update") != null) {
        Files.writeString(golden, document);
      }
      assertThat(document).as(golden.toString()).isEqualTo(Files.readString(golden));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
