package org.defcore.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * The size and the sums of a part.
 *
 * @param crc as zip files have it
 * @param sha256 in hexadecimal
 */
record PartSum(long size, long crc, String sha256) {

  private static final int BLOCK = 1 << 16;

  static PartSum of(PartSource source) throws IOException {
    MessageDigest digest = digest();
    CRC32 crc = new CRC32();
    long size = 0;
    byte[] block = new byte[BLOCK];
    try (InputStream in = source.open()) {
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        digest.update(block, 0, n);
        crc.update(block, 0, n);
        size += n;
      }
    }
    return new PartSum(size, crc.getValue(), HexFormat.of().formatHex(digest.digest()));
  }

  static String sha256(byte[] content) {
    return HexFormat.of().formatHex(digest().digest(content));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
