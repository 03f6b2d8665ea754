package org.defcore.cli.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import org.defcore.report.PlainText;

/**
 * The way of all text to a terminal, which nobody's words can control: what {@link PlainText} takes
 * out of a document does not pass.
 */
final class PlainWriter extends Writer {

  private final Writer target;

  /** The last character was a carriage return, which passes if a line feed follows. */
  private boolean returned;

  PlainWriter(Writer target) {
    this.target = target;
  }

  /** A printer that passes each piece on at once. */
  static PrintWriter over(PrintWriter target) {
    return new PrintWriter(new PlainWriter(target), true);
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    StringBuilder plain = new StringBuilder(length + 1);
    for (int i = from; i < from + length; i++) {
      char at = text[i];
      if (returned) {
        plain.append(at == '\n' ? '\r' : PlainText.REPLACEMENT);
      }
      returned = at == '\r';
      if (!returned) {
        plain.append(
            Character.isSurrogate(at) || PlainText.isVisible(at) ? at : PlainText.REPLACEMENT);
      }
    }
    target.append(plain);
  }

  @Override
  public void flush() throws IOException {
    target.flush();
  }

  @Override
  public void close() throws IOException {
    target.close();
  }
}
