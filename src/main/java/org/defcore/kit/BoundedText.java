package org.defcore.kit;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps the beginning of what a guest prints and forgets the rest, however much that is. */
final class BoundedText extends OutputStream {

  /** Bytes that are kept. */
  static final int MOST = 64 * 1024;

  private static final int MOST_QUOTED = 200;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private boolean overflown;

  @Override
  public synchronized void write(int octet) {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    int taken = Math.min(length, MOST - kept.size());
    kept.write(bytes, offset, taken);
    overflown |= taken < length;
  }

  synchronized boolean overflown() {
    return overflown;
  }

  synchronized String text() {
    return kept.toString(StandardCharsets.UTF_8);
  }

  /** In quotes on one line, cut where it is long, for messages. */
  String quoted() {
    String line = text().replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
    return "\""
        + (line.length() <= MOST_QUOTED ? line : line.substring(0, MOST_QUOTED) + "…")
        + "\"";
  }
}
