package org.defcore.simcloud.compute.keypair;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The few DER forms that a self-signed certificate and an RSA key need. */
final class Der {

  static final byte[] NULL = {5, 0};

  private static final DateTimeFormatter GENERALIZED =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  private Der() {}

  static byte[] sequence(byte[]... parts) {
    return value(0x30, join(parts));
  }

  static byte[] set(byte[]... parts) {
    return value(0x31, join(parts));
  }

  /** A value marked with a context tag of its own. */
  static byte[] tagged(int tag, byte[] part) {
    return value(0xa0 | tag, part);
  }

  static byte[] integer(BigInteger number) {
    return value(2, number.toByteArray());
  }

  static byte[] bits(byte[] content) {
    return value(3, join(new byte[] {0}, content));
  }

  static byte[] text(String text) {
    return value(12, text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] time(Instant moment) {
    return value(24, GENERALIZED.format(moment).getBytes(StandardCharsets.US_ASCII));
  }

  /** An object identifier from its encoded content. */
  static byte[] identifier(int... content) {
    byte[] bytes = new byte[content.length];
    for (int i = 0; i < content.length; i++) {
      bytes[i] = (byte) content[i];
    }
    return value(6, bytes);
  }

  private static byte[] value(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    int length = content.length;
    if (length < 128) {
      out.write(length);
    } else if (length < 256) {
      out.write(0x81);
      out.write(length);
    } else {
      out.write(0x82);
      out.write(length >> 8);
      out.write(length);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
