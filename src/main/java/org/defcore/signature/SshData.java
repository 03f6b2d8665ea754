package org.defcore.signature;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Data as SSH writes it (RFC 4251, 5): numbers of four bytes, and strings behind their length. */
final class SshData {

  private final ByteBuffer left;

  SshData(byte[] bytes) {
    this.left = ByteBuffer.wrap(bytes);
  }

  /**
   * The next number.
   *
   * @throws BufferUnderflowException if the data ends before
   */
  int number() {
    return left.getInt();
  }

  /**
   * The next bytes.
   *
   * @throws BufferUnderflowException if the data ends before
   */
  byte[] bytes(int length) {
    if (length < 0 || length > left.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[length];
    left.get(bytes);
    return bytes;
  }

  /**
   * The next string.
   *
   * @throws BufferUnderflowException if the data ends before
   */
  byte[] string() {
    return bytes(number());
  }

  /** The next string as text. */
  String text() {
    return new String(string(), StandardCharsets.UTF_8);
  }

  /** Returns whether all of it was read. */
  boolean ended() {
    return !left.hasRemaining();
  }

  /** Base64 in lines, as OpenSSH breaks them, without a line feed at the end. */
  static String lines(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes).replaceAll("(.{70})(?=.)", "$1\n");
  }

  static byte[] of(int number) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
  }

  static byte[] of(byte[] string) {
    return joined(of(string.length), string);
  }

  static byte[] of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
