package org.defcore.simcloud.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.defcore.simcloud.wire.Content;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of images, kept in files so that large ones need no memory. The files have no name
 * while they are in use, so that nothing of them is left however the process ends.
 */
public final class ImageData implements AutoCloseable {

  /** Size and digests of stored data. */
  record Stored(FileChannel file, long size, String md5, String sha512) {

    /** A part of the data. */
    Content part(long from, long length) {
      return new Content() {
        @Override
        public long length() {
          return length;
        }

        @Override
        public void writeTo(OutputStream target) throws IOException {
          WritableByteChannel to = Channels.newChannel(target);
          for (long done = 0; done < length; ) {
            long some = file.transferTo(from + done, length - done, to);
            if (some == 0) {
              throw new IOException("image data ends too early");
            }
            done += some;
          }
        }
      };
    }
  }

  private final Map<String, Stored> data = new ConcurrentHashMap<>();

  /**
   * Stores all bytes of a stream.
   *
   * @throws UncheckedIOException when they cannot be read to their end, or not be written
   */
  Stored store(String image, InputStream bytes) {
    MessageDigest md5 = digest("MD5");
    MessageDigest sha512 = digest("SHA-512");
    try {
      FileChannel file = nameless();
      try {
        OutputStream out = Channels.newOutputStream(file);
        long size =
            new DigestInputStream(new DigestInputStream(bytes, md5), sha512).transferTo(out);
        HexFormat hex = HexFormat.of();
        Stored stored =
            new Stored(file, size, hex.formatHex(md5.digest()), hex.formatHex(sha512.digest()));
        forget(data.put(image, stored));
        return stored;
      } catch (IOException e) {
        file.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("image " + image + ": data cannot be stored", e);
    }
  }

  private static FileChannel nameless() throws IOException {
    return FileChannel.open(
        Files.createTempFile("simulated-image", ""),
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  Stored get(String image) {
    Stored stored = data.get(image);
    if (stored == null) {
      throw ImageFaults.refusal(404, "No image data found");
    }
    return stored;
  }

  void remove(String image) {
    try {
      forget(data.remove(image));
    } catch (IOException e) {
      throw new UncheckedIOException("image " + image + ": data cannot be removed", e);
    }
  }

  private static void forget(@Nullable Stored stored) throws IOException {
    if (stored != null) {
      stored.file().close();
    }
  }

  @Override
  public void close() {
    data.keySet().forEach(this::remove);
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java lacks " + algorithm, e);
    }
  }
}
