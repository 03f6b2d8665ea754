package org.defcore.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Temporary files and folders of this program. Their names tell the process that made them, so that
 * the next one can remove what a killed one left.
 */
public final class Leftovers {

  private static final Pattern NAME =
      Pattern.compile("(?:\\..+\\.)?defcore-temporary-(\\d{1,18})-[0-9a-f-]{1,40}");

  private Leftovers() {}

  /** The beginning of a name that no other process gives; anything of digits may follow. */
  public static String prefix() {
    return "defcore-temporary-" + ProcessHandle.current().pid() + "-";
  }

  /**
   * Removes what processes left in a folder that are gone, if it is the user's own; a link is never
   * followed. What cannot be removed stays: it is in nobody's way.
   */
  public static void remove(Path folder) {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      UserPrincipal user =
          FileSystems.getDefault()
              .getUserPrincipalLookupService()
              .lookupPrincipalByName(System.getProperty("user.name"));
      for (Path entry : list(folder)) {
        if (isLeft(entry.getFileName().toString())
            && !Files.isSymbolicLink(entry)
            && Files.getOwner(entry, LinkOption.NOFOLLOW_LINKS).equals(user)) {
          removeAll(entry);
        }
      }
    } catch (IOException | UncheckedIOException | UnsupportedOperationException e) {
      // As said, it stays.
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    }
  }

  private static boolean isLeft(String name) {
    Matcher matcher = NAME.matcher(name);
    return matcher.matches() && ProcessHandle.of(Long.parseLong(matcher.group(1))).isEmpty();
  }

  /** Removes a file, or a folder with all that is in it. */
  public static void removeAll(Path path) throws IOException {
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
