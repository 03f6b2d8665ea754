package org.defcore.simcloud.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.defcore.simcloud.wire.Content;

/** The bytes of images, kept in files so that large ones need no memory. */
public final class ImageData implements AutoCloseable {

  /** File, size and digests of stored data. */
  record Stored(Path file, long size, String md5, String sha512) {}

  private final Map<String, Stored> data = new ConcurrentHashMap<>();
  private final Path directory;

  /** Keeps the data in an empty directory, which is removed at the end. */
  public ImageData(Path directory) {
    this.directory = directory;
  }

  Stored store(String image, InputStream bytes) throws IOException {
    Path file = directory.resolve(image);
    MessageDigest md5 = digest("MD5");
    MessageDigest sha512 = digest("SHA-512");
    long size = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
        md5.update(buffer, 0, n);
        sha512.update(buffer, 0, n);
        out.write(buffer, 0, n);
        size += n;
      }
    }
    HexFormat hex = HexFormat.of();
    Stored stored =
        new Stored(file, size, hex.formatHex(md5.digest()), hex.formatHex(sha512.digest()));
    data.put(image, stored);
    return stored;
  }

  Stored get(String image) {
    Stored stored = data.get(image);
    if (stored == null) {
      throw ImageFaults.refusal(404, "No image data found");
    }
    return stored;
  }

  void remove(String image) throws IOException {
    Stored stored = data.remove(image);
    if (stored != null) {
      Files.deleteIfExists(stored.file());
    }
  }

  static Content part(Stored stored, long from, long length) {
    return new Content() {
      @Override
      public long length() {
        return length;
      }

      @Override
      public void writeTo(OutputStream target) throws IOException {
        try (InputStream in = Files.newInputStream(stored.file())) {
          in.skipNBytes(from);
          byte[] buffer = new byte[1 << 16];
          long left = length;
          while (left > 0) {
            int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (n < 0) {
              throw new IOException("image data ends too early");
            }
            target.write(buffer, 0, n);
            left -= n;
          }
        }
      }
    };
  }

  @Override
  public void close() throws IOException {
    for (String image : data.keySet()) {
      remove(image);
    }
    Files.deleteIfExists(directory);
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java lacks " + algorithm, e);
    }
  }
}
