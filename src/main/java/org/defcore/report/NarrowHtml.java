package org.defcore.report;

import java.io.Writer;

/**
 * A page with character references for all that is beyond Latin-1: it takes half the memory, as a
 * single wide character makes a whole string wide.
 */
final class NarrowHtml extends Writer {

  private static final int LAST_NARROW = 0xFF;

  private final StringBuilder page = new StringBuilder();

  @Override
  public void write(String text, int from, int length) {
    int to = from + length;
    int wide = from;
    while (wide < to && text.charAt(wide) <= LAST_NARROW) {
      wide++;
    }
    page.append(text, from, wide);
    PlainText.of(text.substring(wide, to)).codePoints().forEach(this::append);
  }

  @Override
  public void write(char[] text, int from, int length) {
    write(new String(text, from, length), 0, length);
  }

  private void append(int code) {
    if (code <= LAST_NARROW) {
      page.append((char) code);
    } else {
      page.append("&#").append(code).append(';');
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  @Override
  public String toString() {
    return page.toString();
  }
}
