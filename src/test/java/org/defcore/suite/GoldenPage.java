package org.defcore.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Holds a published page to what it is made of; {@code -Dgolden.update} writes it. */
public final class GoldenPage {

  private GoldenPage() {}

  public static void assertSame(Path page, String now) throws IOException {
    if (System.getProperty("golden.update") != null) {
      Files.writeString(page, now);
    }
    assertThat(Files.readString(page)).as(page.toString()).isEqualTo(now);
  }

  /** One cell of a table. */
  public static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
