package org.defcore.simcloud.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.defcore.simcloud.wire.Content;

/** The bytes of images, kept in files so that large ones need no memory. */
public final class ImageData implements AutoCloseable {

  /** File, size and digests of stored data. */
  record Stored(Path file, long size, String md5, String sha512) {

    /** A part of the data. */
    Content part(long from, long length) {
      return new Content() {
        @Override
        public long length() {
          return length;
        }

        @Override
        public void writeTo(OutputStream target) throws IOException {
          try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(from);
            for (long left = length; left > 0; ) {
              byte[] some = in.readNBytes((int) Math.min(1 << 16, left));
              if (some.length == 0) {
                throw new IOException("image data ends too early");
              }
              target.write(some);
              left -= some.length;
            }
          }
        }
      };
    }
  }

  private final Map<String, Stored> data = new ConcurrentHashMap<>();
  private final Path directory;

  /** Keeps the data in an empty directory, which is removed at the end. */
  public ImageData(Path directory) {
    this.directory = directory;
  }

  /**
   * Stores all bytes of a stream.
   *
   * @throws UncheckedIOException when they cannot be read to their end, or not be written
   */
  Stored store(String image, InputStream bytes) {
    Path file = directory.resolve(image);
    MessageDigest md5 = digest("MD5");
    MessageDigest sha512 = digest("SHA-512");
    try (OutputStream out = Files.newOutputStream(file)) {
      long size = new DigestInputStream(new DigestInputStream(bytes, md5), sha512).transferTo(out);
      HexFormat hex = HexFormat.of();
      Stored stored =
          new Stored(file, size, hex.formatHex(md5.digest()), hex.formatHex(sha512.digest()));
      data.put(image, stored);
      return stored;
    } catch (IOException e) {
      throw new UncheckedIOException("image " + image + ": data cannot be stored", e);
    }
  }

  Stored get(String image) {
    Stored stored = data.get(image);
    if (stored == null) {
      throw ImageFaults.refusal(404, "No image data found");
    }
    return stored;
  }

  void remove(String image) {
    Stored stored = data.remove(image);
    try {
      if (stored != null) {
        Files.deleteIfExists(stored.file());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("image " + image + ": data cannot be removed", e);
    }
  }

  @Override
  public void close() throws IOException {
    data.keySet().forEach(this::remove);
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
