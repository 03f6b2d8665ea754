package org.defcore.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Documents that are read as a whole. */
final class TextDocument {

  private static final int MEBIBYTE = 1 << 20;

  private TextDocument() {}

  /**
   * The bytes of a source.
   *
   * @param most mebibytes
   */
  static byte[] bytes(InputStream in, int most) throws IOException {
    byte[] bytes = in.readNBytes(most * MEBIBYTE + 1);
    if (bytes.length > most * MEBIBYTE) {
      throw SourceBytes.tooLong((long) most * MEBIBYTE);
    }
    return bytes;
  }

  /**
   * A text in UTF-8.
   *
   * @param at place of its first byte in the source, for the message
   */
  static String text(byte[] bytes, long at) throws FormatProblem {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer from = ByteBuffer.wrap(bytes);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(from, text, true);
    if (result.isError()) {
      throw new FormatProblem("byte %d: expected UTF-8".formatted(at + from.position()));
    }
    return text.flip().toString();
  }
}
