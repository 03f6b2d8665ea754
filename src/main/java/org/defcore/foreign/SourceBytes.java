package org.defcore.foreign;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a source, counted, and refused beyond a limit: a packed file may be endless. Who
 * opened the file closes it, as parsers close early.
 */
final class SourceBytes extends InputStream {

  private static final int MEBIBYTE = 1 << 20;

  private final InputStream in;
  private final long most;
  private long read;

  /**
   * @param most bytes, whole mebibytes
   */
  SourceBytes(InputStream in, long most) {
    this.in = in;
    this.most = most;
  }

  static FormatProblem tooLong(long most) {
    return new FormatProblem("expected at most %d MiB but found more".formatted(most / MEBIBYTE));
  }

  /** Number of bytes that were read. */
  long at() {
    return read;
  }

  @Override
  public int read() throws IOException {
    int next = in.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int some = in.read(into, from, length);
    count(Math.max(0, some));
    return some;
  }

  private void count(int some) throws FormatProblem {
    read += some;
    if (read > most) {
      throw tooLong(most);
    }
  }
}
