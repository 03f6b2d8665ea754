package org.defcore.store;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.defcore.bundle.Bundle;
import org.defcore.bundle.BundleException;
import org.defcore.bundle.PartSource;
import org.defcore.bundle.Sums;
import org.defcore.result.Leftovers;

/**
 * The bundles of a store as files: each part by its SHA-256, packed by gzip, once for all bundles
 * that have it; and of each bundle the list of its parts, in the form of {@code sha256sum}.
 */
final class PartFiles {

  private static final String PARTS = "files";
  private static final String LISTS = "bundles";
  private static final int BLOCK = 1 << 13;

  private final Path folder;

  PartFiles(Path folder) {
    this.folder = folder;
  }

  /** Removes what killed processes left half written. */
  void tidy() {
    Leftovers.remove(folder.resolve(LISTS));
    Leftovers.remove(folder.resolve(PARTS));
  }

  /** Keeps the parts of a bundle, and those that it has there already; the list comes last. */
  void keep(Bundle bundle) {
    SortedMap<String, String> all = new TreeMap<>(has(bundle.id()) ? parts(bundle.id()) : Map.of());
    all.putAll(bundle.sums());
    try {
      for (Map.Entry<String, String> part : bundle.sums().entrySet()) {
        Path file = file(part.getValue());
        if (!Files.exists(file)) {
          PartSource source = bundle.part(part.getKey());
          write(file, out -> pack(source, out));
        }
      }
      byte[] list = new Sums(all).text().getBytes(StandardCharsets.US_ASCII);
      write(list(bundle.id()), out -> out.write(list));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private static void pack(PartSource source, OutputStream out) throws IOException {
    try (InputStream in = source.open()) {
      QuickGzip packed = new QuickGzip(out);
      in.transferTo(packed);
      packed.finish();
    }
  }

  /** Packs nearly as well in a third of the time. */
  private static final class QuickGzip extends GZIPOutputStream {

    QuickGzip(OutputStream out) throws IOException {
      super(out, BLOCK);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  /** Writes a file as a whole or not at all, and on the disk when this returns. */
  private void write(Path file, Content content) throws IOException {
    Files.createDirectories(file.getParent());
    Path beside = folder.resolve(PARTS).resolve(Leftovers.prefix() + UUID.randomUUID());
    try {
      try (FileChannel channel =
          FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        content.writeTo(Channels.newOutputStream(channel));
        channel.force(true);
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  boolean has(String bundle) {
    return Files.exists(list(bundle));
  }

  /** The ids of all bundles. */
  List<String> bundles() {
    if (!Files.isDirectory(folder.resolve(LISTS))) {
      return List.of();
    }
    try (Stream<Path> lists = Files.list(folder.resolve(LISTS))) {
      return lists
          .map(it -> it.getFileName().toString())
          .filter(it -> it.matches("[0-9a-f]{64}"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new StoreException(folder + ": cannot be read: " + e.getMessage());
    }
  }

  /** The sum of each part of a bundle, by name. */
  SortedMap<String, String> parts(String bundle) {
    Path list = list(bundle);
    try {
      return Sums.parse(Files.readAllBytes(list), list.toString()).byName();
    } catch (NoSuchFileException e) {
      throw new StoreException(list + ": missing: add the bundle again");
    } catch (IOException | BundleException e) {
      throw new StoreException(list + ": cannot be read: " + e.getMessage());
    }
  }

  /** The parts of a bundle, by name; a reader has to compare them with their sums. */
  Map<String, PartSource> sources(String bundle) {
    Map<String, PartSource> sources = new TreeMap<>();
    parts(bundle).forEach((name, sum) -> sources.put(name, source(sum)));
    return sources;
  }

  /** A part, whole. */
  byte[] content(String sum) {
    try (InputStream in = source(sum).open()) {
      byte[] content = in.readAllBytes();
      if (!Bundle.sum(content).equals(sum)) {
        throw new IOException(file(sum) + ": differs from its sum");
      }
      return content;
    } catch (IOException e) {
      throw new StoreException(e.getMessage() + ": add the bundle again");
    }
  }

  private PartSource source(String sum) {
    return () -> {
      try {
        return new Unpacked(Files.newInputStream(file(sum)), file(sum));
      } catch (NoSuchFileException e) {
        throw new StoreException(file(sum) + ": missing: add the bundle again");
      }
    };
  }

  /** Says which file is broken if one cannot be unpacked. */
  private static final class Unpacked extends FilterInputStream {

    private final Path file;

    Unpacked(InputStream packed, Path file) throws IOException {
      super(new GZIPInputStream(new BufferedInputStream(packed)));
      this.file = file;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      try {
        return super.read(into, from, length);
      } catch (IOException e) {
        throw new IOException(file + ": " + e.getMessage(), e);
      }
    }
  }

  /** Removes bundles, and parts that only they have. */
  void remove(Collection<String> bundles) {
    Set<String> parts = new HashSet<>();
    bundles.forEach(it -> parts.addAll(parts(it).values()));
    try {
      for (String bundle : bundles) {
        Files.deleteIfExists(list(bundle));
      }
      bundles().forEach(it -> parts.removeAll(parts(it).values()));
      for (String sum : parts) {
        Files.deleteIfExists(file(sum));
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private StoreException unwritable(IOException e) {
    return new StoreException(folder + ": cannot be written: " + e.getMessage());
  }

  private Path list(String bundle) {
    return folder.resolve(LISTS).resolve(bundle);
  }

  private Path file(String sum) {
    return folder.resolve(PARTS).resolve(sum.substring(0, 2)).resolve(sum.substring(2));
  }
}
