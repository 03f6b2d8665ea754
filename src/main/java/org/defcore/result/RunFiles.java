package org.defcore.result;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The files below one folder, which may come from strangers: a link in it is not followed, so that
 * nothing outside of it is read or written. A file is replaced as a whole or not at all.
 *
 * @param folder as the user named it
 * @param others folders whose files are read where the first has none of the name
 */
record RunFiles(Path folder, List<Path> others) {

  private static final int MEBIBYTE = 1 << 20;
  private static final int LARGEST = 64;
  private static final int LARGEST_SUMMED = 1024;

  RunFiles {
    others = List.copyOf(others);
  }

  RunFiles(Path folder) {
    this(folder, List.of());
  }

  /** Makes a folder, which must not hold anything yet, for its owner alone, and one in it. */
  static void reserve(Path folder, String inside) {
    try {
      Files.createDirectories(folder);
      try (Stream<Path> all = Files.list(folder)) {
        if (all.findAny().isPresent()) {
          throw new RunException(
              folder + ": expected a new or empty folder but found files in it: name another");
        }
      }
      PosixFileAttributeView posix =
          Files.getFileAttributeView(folder, PosixFileAttributeView.class);
      if (posix != null) {
        posix.setPermissions(PosixFilePermissions.fromString("rwx------"));
      }
      Files.createDirectory(folder.resolve(inside));
    } catch (AccessDeniedException e) {
      throw new RunException(folder + ": no permission to write there: name another folder");
    } catch (FileAlreadyExistsException e) {
      throw new RunException(folder + ": expected a folder but found a file: name another");
    } catch (FileSystemException e) {
      String why = e.getReason() == null ? "no folder can be made there" : e.getReason();
      throw new RunException(folder + ": cannot be written (" + why + "): name another folder");
    } catch (IOException e) {
      throw new RunException(folder + ": cannot be written: " + e.getMessage());
    }
  }

  /** The place of a file that is there, or is to be made and written by the caller. */
  Path place(String name) {
    return Stream.concat(Stream.of(folder), others.stream())
        .filter(it -> Files.exists(it.resolve(name), LinkOption.NOFOLLOW_LINKS))
        .findFirst()
        .map(it -> inside(it, it.resolve(name)))
        .orElseGet(() -> inside(folder, folder.resolve(name)));
  }

  private static Path inside(Path folder, Path place) {
    Path at = folder;
    for (Path part : folder.relativize(place)) {
      at = at.resolve(part);
      if (Files.isSymbolicLink(at)) {
        throw new RunException(at + ": expected a file of the run but found a link");
      }
    }
    return place;
  }

  boolean has(String name) {
    return Files.exists(place(name), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * The content of a file; empty if there is none.
   *
   * @throws RunException if it is no plain file, or too large for one of a run
   */
  Optional<byte[]> read(String name) {
    if (!has(name)) {
      return Optional.empty();
    }
    try (InputStream in = open(name)) {
      byte[] content = in.readNBytes(LARGEST * MEBIBYTE + 1);
      if (content.length > LARGEST * MEBIBYTE) {
        throw new RunException(
            "%s: expected at most %d MiB but found more".formatted(place(name), LARGEST));
      }
      return Optional.of(content);
    } catch (IOException e) {
      throw new RunException(place(name) + ": cannot be read: " + reason(e));
    }
  }

  /** A file to be read piece by piece: a hole in one may be of any length. */
  InputStream open(String name) throws IOException {
    Path file = place(name);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileSystemException(file.toString(), null, "it is not a plain file");
    }
    if (Files.size(file) > (long) LARGEST_SUMMED * MEBIBYTE) {
      throw new FileSystemException(
          file.toString(), null, "it is larger than " + LARGEST_SUMMED + " MiB");
    }
    // A bundle has no links, and its file system does not know the word.
    return file.getFileSystem().equals(FileSystems.getDefault())
        ? Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)
        : Files.newInputStream(file);
  }

  /** Writes a file beside the one that is there, and moves it over that. */
  void replace(String name, byte[] content) {
    Path file = folder.resolve(name);
    String temporary = "." + file.getFileName() + "." + Leftovers.prefix() + UUID.randomUUID();
    Path beside = inside(folder, file.resolveSibling(temporary));
    try {
      try {
        Files.write(beside, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Files.move(
            beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  void move(String from, String to) {
    Path file = place(from);
    try {
      Files.move(file, place(to));
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /** Removes a file, if it is there. */
  void delete(String name) {
    Path file = place(name);
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /**
   * Names of all files, {@code evidence/x.har}, sorted; links and the like are among them, the lock
   * is not.
   */
  List<String> names() {
    return Stream.concat(Stream.of(folder), others.stream())
        .flatMap(it -> names(it).stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static List<String> names(Path folder) {
    try {
      Path root = folder.toRealPath();
      try (Stream<Path> all = Files.walk(root)) {
        return all.filter(it -> !Files.isDirectory(it, LinkOption.NOFOLLOW_LINKS))
            .map(it -> root.relativize(it).toString().replace('\\', '/'))
            .filter(it -> !it.equals(RunLock.NAME))
            .toList();
      }
    } catch (IOException | UncheckedIOException e) {
      throw new RunException(folder + ": cannot be read: " + e.getMessage());
    }
  }

  static RunException unwritable(Path file, IOException e) {
    String why = reason(e);
    boolean full = why.contains("No space left") || why.contains("quota exceeded");
    return new RunException(file + ": cannot be written: " + (full ? "disk full" : why));
  }

  private static String reason(IOException e) {
    return e instanceof FileSystemException known && known.getReason() != null
        ? known.getReason()
        : String.valueOf(e.getMessage());
  }
}
