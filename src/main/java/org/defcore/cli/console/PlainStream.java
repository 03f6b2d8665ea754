package org.defcore.cli.console;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** A stream in UTF-8 whose text passes a {@link PlainWriter}, for logs and for the JVM itself. */
public final class PlainStream extends OutputStream {

  private final PrintWriter target;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();

  private PlainStream(PrintWriter target) {
    this.target = target;
  }

  /** A printer whose lines go to that one. */
  public static PrintStream over(PrintWriter target) {
    return new PrintStream(new PlainStream(PlainWriter.over(target)), true, StandardCharsets.UTF_8);
  }

  /** Holds octets until their line ends: a character may have several. */
  @Override
  public synchronized void write(int octet) {
    held.write(octet);
    if (octet == '\n') {
      flush();
    }
  }

  @Override
  public synchronized void flush() {
    target.print(held.toString(StandardCharsets.UTF_8));
    held.reset();
    target.flush();
  }
}
