package org.defcore.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.defcore.bundle.PlainZip.Entry;

/** Reads a zip file of the form of {@link PlainZip} and of no other. */
final class ZipReader {

  private final Path file;
  private final SortedMap<String, Entry> entries;

  private ZipReader(Path file, SortedMap<String, Entry> entries) {
    this.file = file;
    this.entries = Collections.unmodifiableSortedMap(entries);
  }

  /**
   * Reads what parts there are, no content.
   *
   * @throws BundleException if a byte outside the content of parts is not what this program writes
   */
  static ZipReader open(Path file) {
    if (!Files.isRegularFile(file)) {
      String found = Files.exists(file) ? "something else" : "nothing there";
      throw new BundleException(file + ": expected the file of a bundle but found " + found);
    }
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      return new ZipReader(file, new Reading(file, in).entries());
    } catch (IOException e) {
      throw new BundleException(file + ": cannot be read: " + e.getMessage());
    }
  }

  SortedMap<String, Entry> entries() {
    return entries;
  }

  /** The content of a part. */
  PartSource source(Entry entry) {
    return () -> {
      FileChannel in = FileChannel.open(file, StandardOpenOption.READ);
      in.position(entry.content());
      return new Limited(Channels.newInputStream(in), entry.size());
    };
  }

  /** As much of a stream as belongs to a part. */
  private static final class Limited extends InputStream {

    private final InputStream in;
    private long left;

    Limited(InputStream in, long left) {
      this.in = in;
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int n = in.read(into, from, (int) Math.min(length, left));
      left -= Math.max(n, 0);
      return n;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  private static final class Reading {

    private final Path file;
    private final FileChannel in;
    private final SortedMap<String, Entry> entries = new TreeMap<>();
    private long at;
    private String last = "";

    Reading(Path file, FileChannel in) {
      this.file = file;
      this.in = in;
    }

    SortedMap<String, Entry> entries() throws IOException {
      if (in.size() > PlainZip.LARGEST) {
        throw problem("expected at most %d MiB but found more".formatted(PlainZip.LARGEST >> 20));
      }
      ByteBuffer head = bytes(PlainZip.LOCAL, "its beginning");
      if (!PlainZip.isLocal(head)) {
        throw problem("expected a bundle but found another file");
      }
      while (PlainZip.isLocal(head)) {
        Entry entry = entry(head);
        entries.put(entry.name(), entry);
        if (entries.size() > PlainZip.MOST_PARTS) {
          throw problem("expected at most %d parts but found more".formatted(PlainZip.MOST_PARTS));
        }
        last = entry.name();
        at = entry.end();
        if (at > in.size()) {
          throw problem("cut off in part %s".formatted(last));
        }
        head = in.size() - at < PlainZip.LOCAL ? ByteBuffer.allocate(4) : bytes(PlainZip.LOCAL, "");
      }
      directory();
      return entries;
    }

    private Entry entry(ByteBuffer head) throws IOException {
      head.order(ByteOrder.LITTLE_ENDIAN);
      int length = Short.toUnsignedInt(head.getShort(26));
      byte[] all = bytes(PlainZip.LOCAL + length, "a header").array();
      String name = new String(all, PlainZip.LOCAL, length, StandardCharsets.ISO_8859_1);
      if (!PlainZip.isName(name)) {
        throw problem("expected plain names of parts but found \"%s\"".formatted(shown(name)));
      }
      Entry entry =
          new Entry(
              name,
              at,
              Integer.toUnsignedLong(head.getInt(22)),
              Integer.toUnsignedLong(head.getInt(14)));
      if (!Arrays.equals(entry.local(), all)) {
        throw problem(
            "part %s: expected a file as this program stores it, not packed".formatted(name));
      }
      if (name.compareTo(last) <= 0) {
        throw problem(
            "part %s is %s".formatted(name, name.equals(last) ? "repeated" : "out of order"));
      }
      return entry;
    }

    /** Compares what is after the parts with what follows from them. */
    private void directory() throws IOException {
      long from = at;
      for (Entry entry : entries.values()) {
        expect(entry.central(), "the directory's entry of part " + entry.name());
      }
      expect(PlainZip.end(entries.size(), from, at - from), "the end of the directory");
      if (at != in.size()) {
        long more = in.size() - at;
        throw problem(
            "expected the end but found %d byte%s more".formatted(more, more == 1 ? "" : "s"));
      }
    }

    private void expect(byte[] wanted, String what) throws IOException {
      if (!Arrays.equals(wanted, bytes(wanted.length, what).array())) {
        throw problem("%s does not match the parts before it".formatted(what));
      }
      at += wanted.length;
    }

    private ByteBuffer bytes(int length, String what) throws IOException {
      ByteBuffer bytes = ByteBuffer.allocate(length);
      long from = at;
      while (bytes.hasRemaining()) {
        int n = in.read(bytes, from);
        if (n < 0) {
          throw problem("cut off in %s".formatted(what.isEmpty() ? "a header" : what));
        }
        from += n;
      }
      return bytes;
    }

    private static String shown(String name) {
      String plain = name.replaceAll("[^ -~]", "?");
      return plain.length() > 80 ? plain.substring(0, 80) + "…" : plain;
    }

    private BundleException problem(String what) {
      return new BundleException(file + ": " + what);
    }
  }
}
