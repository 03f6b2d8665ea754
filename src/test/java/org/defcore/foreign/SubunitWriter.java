package org.defcore.foreign;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.CRC32;

/** Writes subunit v2 packets, by its documentation. */
final class SubunitWriter {

  static final int IN_PROGRESS = 2;
  static final int SUCCESS = 3;
  static final int UNEXPECTED_SUCCESS = 4;
  static final int SKIP = 5;
  static final int FAIL = 6;
  static final int EXPECTED_FAILURE = 7;

  private static final Instant EPOCH = Instant.parse("2026-11-30T12:00:00Z");

  private final ByteArrayOutputStream stream = new ByteArrayOutputStream();

  byte[] bytes() {
    return stream.toByteArray();
  }

  void begin(String test, int second) {
    packet(0x2A00 | 0x0100 | IN_PROGRESS, body(second, test));
  }

  /** An end, with a tag. */
  void end(String test, int status, int second) {
    ByteArrayOutputStream body = body(second, test);
    number(body, 1);
    text(body, "worker-0");
    packet(0x2A00 | 0x0100 | 0x0080 | status, body);
  }

  void file(String test, String name, String mime, String content) {
    ByteArrayOutputStream body = body(100, test);
    text(body, mime);
    text(body, name);
    text(body, content);
    packet(0x2A00 | 0x0060, body);
  }

  /** A packet with flags of any kind. */
  void packet(int flags, ByteArrayOutputStream body) {
    int size = 1 + 2 + 4 + body.size();
    int length = size + (size + 1 <= 0x3F ? 1 : size + 2 <= 0x3FFF ? 2 : 3);
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    packet.write(0xB3);
    packet.write(flags >> 8);
    packet.write(flags);
    number(packet, length);
    packet.writeBytes(body.toByteArray());
    CRC32 sum = new CRC32();
    sum.update(packet.toByteArray());
    packet.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    stream.writeBytes(packet.toByteArray());
  }

  private static ByteArrayOutputStream body(int second, String test) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int time = (int) EPOCH.plusSeconds(second).getEpochSecond();
    body.writeBytes(ByteBuffer.allocate(4).putInt(time).array());
    number(body, 0);
    text(body, test);
    return body;
  }

  private static void text(ByteArrayOutputStream out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(out, bytes.length);
    out.writeBytes(bytes);
  }

  private static void number(ByteArrayOutputStream out, int number) {
    if (number <= 0x3F) {
      out.write(number);
    } else if (number <= 0x3FFF) {
      out.write(0x40 | number >> 8);
      out.write(number);
    } else {
      out.write(0x80 | number >> 16);
      out.write(number >> 8);
      out.write(number);
    }
  }
}
