package org.defcore.suite.objectstore;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Archives of one file in the format of tar ("ustar" of POSIX.1-1988). */
final class TarFile {

  private static final int BLOCK = 512;
  private static final int MODE = 100;
  private static final int SIZE = 124;
  private static final int CHECKSUM = 148;
  private static final int MAGIC = 257;

  private TarFile() {}

  static byte[] of(String path, byte[] data) {
    int blocks = (data.length + BLOCK - 1) / BLOCK;
    ByteBuffer archive = ByteBuffer.allocate(BLOCK * (1 + blocks + 2));
    put(archive, 0, path);
    put(archive, MODE, "0000644");
    put(archive, SIZE, "%011o".formatted(data.length));
    put(archive, CHECKSUM, " ".repeat(8) + "0");
    put(archive, MAGIC, "ustar\00000");
    int sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += archive.get(i);
    }
    put(archive, CHECKSUM, "%06o\0".formatted(sum));
    archive.put(BLOCK, data);
    return archive.array();
  }

  private static void put(ByteBuffer archive, int at, String text) {
    archive.put(at, text.getBytes(StandardCharsets.US_ASCII));
  }
}
