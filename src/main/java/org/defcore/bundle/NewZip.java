package org.defcore.bundle;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.defcore.bundle.PlainZip.Entry;
import org.defcore.result.Leftovers;

/** Writes a zip file of the form of {@link PlainZip}, as a whole or not at all. */
final class NewZip {

  private final SortedMap<String, PartSource> parts;

  NewZip(Map<String, PartSource> parts) {
    this.parts = new TreeMap<>(parts);
  }

  /** The treatment of an existing file. */
  enum Place {
    NEW,
    OVER
  }

  /**
   * Writes it beside the place, and moves it there.
   *
   * @param check of the file before it is moved
   */
  void write(Path file, Place place, Consumer<Path> check) {
    if (place == Place.NEW && Files.exists(file)) {
      throw new BundleException(file + ": expected a new file but found one: name another");
    }
    String temporary = "." + file.getFileName() + "." + Leftovers.prefix() + UUID.randomUUID();
    Path beside = file.resolveSibling(temporary);
    Optional.ofNullable(file.toAbsolutePath().getParent()).ifPresent(Leftovers::remove);
    try {
      try {
        Files.createFile(beside);
        protect(beside, file, place);
        write(beside);
        check.accept(beside);
        move(beside, file, place);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw new BundleException(file + ": cannot be written: " + e.getMessage());
    }
  }

  /** Parts that not everybody may see are their owner's alone, unless the owner has shared them. */
  private void protect(Path beside, Path file, Place place) throws IOException {
    boolean open =
        parts.keySet().stream()
            .flatMap(it -> Tier.holding(it).stream())
            .noneMatch(Tier::mayBeWithheld);
    PosixFileAttributeView posix = Files.getFileAttributeView(beside, PosixFileAttributeView.class);
    if (posix == null || (open && place == Place.NEW)) {
      return;
    }
    posix.setPermissions(
        place == Place.OVER
            ? Files.getPosixFilePermissions(file)
            : PosixFilePermissions.fromString("rw-------"));
  }

  private static void move(Path beside, Path file, Place place) throws IOException {
    if (place == Place.NEW) {
      Files.move(beside, file);
      return;
    }
    try {
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void write(Path file) throws IOException {
    if (parts.size() > PlainZip.MOST_PARTS) {
      throw new BundleException(
          "expected at most %d parts of a bundle but found %d"
              .formatted(PlainZip.MOST_PARTS, parts.size()));
    }
    List<Entry> entries = new ArrayList<>();
    long at = 0;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, PartSource> part : parts.entrySet()) {
        Entry entry = entry(part.getKey(), at, PartSum.of(part.getValue()));
        entries.add(entry);
        PlainZip.write(out, entry, part.getValue());
        at = entry.end();
      }
      long length = 0;
      for (Entry entry : entries) {
        byte[] central = entry.central();
        out.write(central);
        length += central.length;
      }
      out.write(PlainZip.end(entries.size(), at, length));
    }
  }

  private static Entry entry(String name, long at, PartSum sum) {
    if (!PlainZip.isName(name)) {
      throw new BundleException(
          "expected files with plain names in a bundle but found \"%s\": rename or remove it"
              .formatted(name));
    }
    Entry entry = new Entry(name, at, sum.size(), sum.crc());
    if (entry.end() > PlainZip.LARGEST) {
      throw new BundleException(
          "expected at most %d MiB in a bundle but found more: leave out a tier"
              .formatted(PlainZip.LARGEST >> 20));
    }
    return entry;
  }
}
