package org.defcore.report;

import static org.assertj.core.api.Assertions.assertThat;

/** The order of texts in a page. */
public final class InOrder {

  private InOrder() {}

  /** Holds a page to texts that stand in it one after another, whatever is between them. */
  public static void assertInOrder(String page, String... texts) {
    int from = 0;
    for (String text : texts) {
      int at = page.indexOf(text, from);
      if (at < 0) {
        assertThat(page.substring(from)).as("in order: %s", text).contains(text);
      }
      from = at + text.length();
    }
  }
}
