package org.defcore.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * One packet of a subunit v2 stream.
 *
 * @param status from 0, undefined, to 7, expected failure
 * @param test name of the test; empty for what is about none
 * @param mime type of the file; empty if not said
 * @param file name of a file that the packet has a part of; empty for none
 * @param content with an array of its own
 * @param route of the stream that it came through
 */
record SubunitPacket(
    int status,
    Optional<Instant> time,
    String test,
    String mime,
    String file,
    ByteBuffer content,
    String route) {

  static final int SIGNATURE = 0xB3;

  private static final int VERSION = 2;
  private static final int LARGEST = 4 * 1024 * 1024;
  private static final int SMALLEST = 8;

  private static final int TEST = 0x0800;
  private static final int ROUTE = 0x0400;
  private static final int TIME = 0x0200;
  private static final int TAGS = 0x0080;
  private static final int FILE = 0x0040;
  private static final int MIME = 0x0020;
  private static final int RESERVED = 0x0008;

  /** Reads the next packet; empty at the end of the stream. */
  static Optional<SubunitPacket> next(SourceBytes in) throws IOException {
    long at = in.at();
    int first = in.read();
    if (first < 0) {
      return Optional.empty();
    }
    if (first != SIGNATURE) {
      throw new FormatProblem(
          "byte %d: expected a packet of subunit v2, which begins with b3, but found %02x"
              .formatted(at, first));
    }
    byte[] head = exactly(in, 3, at);
    int version = (head[0] & 0xF0) >> 4;
    if (version != VERSION) {
      throw new FormatProblem(
          "byte %d: expected version 2 of subunit but found %d".formatted(at, version));
    }
    int more = (head[2] & 0xC0) >> 6;
    byte[] rest = exactly(in, more, at);
    int length = head[2] & 0x3F;
    for (byte b : rest) {
      length = length << 8 | (b & 0xFF);
    }
    if (length > LARGEST || length < SMALLEST + more) {
      throw new FormatProblem("byte %d: a packet cannot have %d bytes".formatted(at, length));
    }
    byte[] body = exactly(in, length - 4 - more, at);
    verify(head, rest, body, at);
    try {
      return Optional.of(parse((head[0] & 0x0F) << 8 | (head[1] & 0xFF), body, at));
    } catch (BufferUnderflowException e) {
      throw new FormatProblem("byte %d: a packet is shorter than what it holds".formatted(at));
    }
  }

  private static byte[] exactly(InputStream in, int length, long at) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new FormatProblem("byte %d: the stream is cut off inside this packet".formatted(at));
    }
    return bytes;
  }

  private static void verify(byte[] head, byte[] rest, byte[] body, long at) throws FormatProblem {
    CRC32 sum = new CRC32();
    sum.update(SIGNATURE);
    sum.update(head);
    sum.update(rest);
    sum.update(body, 0, body.length - 4);
    if ((int) sum.getValue() != ByteBuffer.wrap(body, body.length - 4, 4).getInt()) {
      throw new FormatProblem("byte %d: the packet is corrupted, its sum differs".formatted(at));
    }
  }

  private static SubunitPacket parse(int flags, byte[] body, long at) throws FormatProblem {
    if ((flags & RESERVED) != 0) {
      throw new FormatProblem("byte %d: the packet has a flag that is not known".formatted(at));
    }
    ByteBuffer in = ByteBuffer.wrap(body, 0, body.length - 4);
    Optional<Instant> time = (flags & TIME) == 0 ? Optional.empty() : time(in);
    String test = (flags & TEST) == 0 ? "" : text(in, at);
    if ((flags & TAGS) != 0) {
      for (int left = number(in); left > 0; left--) {
        text(in, at);
      }
    }
    String mime = (flags & MIME) == 0 ? "" : text(in, at);
    String file = (flags & FILE) == 0 ? "" : text(in, at);
    ByteBuffer content = ByteBuffer.wrap((flags & FILE) == 0 ? new byte[0] : bytes(in));
    String route = (flags & ROUTE) == 0 ? "" : text(in, at);
    if (in.hasRemaining()) {
      throw new FormatProblem("byte %d: a packet is longer than what it holds".formatted(at));
    }
    return new SubunitPacket(flags & 0x7, time, test, mime, file, content, route);
  }

  private static Optional<Instant> time(ByteBuffer in) {
    long seconds = in.getInt() & 0xFFFFFFFFL;
    return SourceTimes.sensible(Instant.ofEpochSecond(seconds, number(in)));
  }

  private static int number(ByteBuffer in) {
    int first = in.get() & 0xFF;
    int number = first & 0x3F;
    for (int more = first >> 6; more > 0; more--) {
      number = number << 8 | (in.get() & 0xFF);
    }
    return number;
  }

  private static byte[] bytes(ByteBuffer in) {
    int length = number(in);
    if (length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  private static String text(ByteBuffer in, long at) throws FormatProblem {
    return TextDocument.text(bytes(in), at);
  }
}
