package org.defcore.foreign;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a subunit v1 stream, and the pieces of bytes between them. */
final class SubunitLines {

  private static final int LONGEST = 1024 * 1024;

  private final InputStream in;
  private int number;

  SubunitLines(InputStream in) {
    this.in = in;
  }

  /** The place of the last line, for messages. */
  String where() {
    return "line " + number;
  }

  FormatProblem problem(String what) {
    return new FormatProblem(where() + ": " + what);
  }

  /** Returns whether there was a line, which goes into the buffer with its line feed. */
  private boolean read(ByteArrayOutputStream line) throws IOException {
    number++;
    int next = in.read();
    while (next >= 0) {
      line.write(next);
      if (next == '\n') {
        return true;
      }
      if (line.size() > LONGEST) {
        throw problem("expected a line of at most 1 MiB");
      }
      next = in.read();
    }
    if (line.size() > 0) {
      throw problem("the stream is cut off inside this line");
    }
    return false;
  }

  /** The next line without its end; null at the end of the stream. */
  @Nullable String next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(120);
    return read(line)
        ? TextDocument.text(line.toByteArray(), number).replaceFirst("\\r?\\n$", "")
        : null;
  }

  /** The next line, where there has to be one. */
  String inside() throws IOException {
    String line = next();
    if (line == null) {
      throw problem("the stream is cut off inside a result");
    }
    return line;
  }

  /** The bytes of a chunk, of the length in the line before. */
  byte[] chunk(String length) throws IOException {
    int size;
    try {
      size = Integer.parseInt(length.strip(), 16);
    } catch (NumberFormatException e) {
      throw problem("expected the length of a chunk in hexadecimal digits");
    }
    if (size < 0 || size > LONGEST * 4) {
      throw problem("expected a chunk of at most 4 MiB");
    }
    byte[] bytes = in.readNBytes(size);
    if (bytes.length < size) {
      throw problem("the stream is cut off inside a chunk");
    }
    for (byte it : bytes) {
      number += it == '\n' ? 1 : 0;
    }
    return bytes;
  }
}
