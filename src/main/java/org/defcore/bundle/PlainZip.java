package org.defcore.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The one form in which a bundle is a zip file, so that every byte of it is determined by its
 * parts: parts in the order of their names, as they are (method 0, nothing to unpack), all of one
 * time, without extra fields, comments, links, or anything between, before or behind them.
 */
final class PlainZip {

  static final int MOST_PARTS = 20_000;
  static final long LARGEST = 1L << 30;
  static final int LOCAL = 30;
  static final int CENTRAL = 46;
  static final int END = 22;

  private static final int LONGEST_NAME = 250;
  private static final Pattern SEGMENT = Pattern.compile("(?!\\.{1,2}$)[!-~&&[^\\\\/:]]{1,100}");
  private static final int LOCAL_SIGN = 0x04034b50;
  private static final int CENTRAL_SIGN = 0x02014b50;
  private static final int END_SIGN = 0x06054b50;
  private static final short NEEDED = 10;
  private static final short UNIX = 3 << 8 | NEEDED;
  private static final short FIRST_OF_1980 = 1 << 5 | 1;
  private static final int PLAIN_FILE = 0100644 << 16;

  private PlainZip() {}

  /**
   * A part and its place.
   *
   * @param at position of its header
   */
  record Entry(String name, long at, long size, long crc) {

    long content() {
      return at + LOCAL + name.length();
    }

    long end() {
      return content() + size;
    }

    byte[] local() {
      ByteBuffer head = head(LOCAL + name.length()).putInt(LOCAL_SIGN);
      return PlainZip.filled(common(head).put(bytes()));
    }

    byte[] central() {
      ByteBuffer head = head(CENTRAL + name.length()).putInt(CENTRAL_SIGN).putShort(UNIX);
      common(head).putShort((short) 0).putShort((short) 0).putShort((short) 0);
      return PlainZip.filled(head.putInt(PLAIN_FILE).putInt((int) at).put(bytes()));
    }

    private ByteBuffer common(ByteBuffer head) {
      head.putShort(NEEDED).putShort((short) 0).putShort((short) 0);
      head.putShort((short) 0).putShort(FIRST_OF_1980).putInt((int) crc);
      head.putInt((int) size).putInt((int) size);
      return head.putShort((short) name.length()).putShort((short) 0);
    }

    private byte[] bytes() {
      return name.getBytes(StandardCharsets.US_ASCII);
    }
  }

  static byte[] end(int parts, long from, long length) {
    return filled(
        head(END)
            .putInt(END_SIGN)
            .putInt(0)
            .putShort((short) parts)
            .putShort((short) parts)
            .putInt((int) length)
            .putInt((int) from)
            .putShort((short) 0));
  }

  static boolean isLocal(ByteBuffer head) {
    return head.order(ByteOrder.LITTLE_ENDIAN).getInt(0) == LOCAL_SIGN;
  }

  /** Returns whether the name is safe in any folder, on any system, and in a list of sums. */
  static boolean isName(String name) {
    if (name.length() > LONGEST_NAME) {
      return false;
    }
    for (String segment : name.split("/", -1)) {
      if (!SEGMENT.matcher(segment).matches()) {
        return false;
      }
    }
    return true;
  }

  private static byte[] filled(ByteBuffer whole) {
    byte[] bytes = new byte[whole.capacity()];
    whole.rewind().get(bytes);
    return bytes;
  }

  private static ByteBuffer head(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Copies a part behind its header. */
  static void write(OutputStream out, Entry entry, PartSource source) throws IOException {
    out.write(entry.local());
    try (var in = source.open()) {
      if (in.transferTo(out) != entry.size()) {
        throw new IOException(entry.name() + " changed meanwhile");
      }
    }
  }
}
