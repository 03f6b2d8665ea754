package org.defcore.guideline.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.defcore.guideline.GuidelineException;
import org.defcore.guideline.read.GuidelineReader;
import org.defcore.guideline.read.GuidelineReader.Inspection;
import org.jspecify.annotations.Nullable;

/**
 * Guideline files that were read. A file is read again if its size or time of change is another, or
 * if it was so new that a second change could have left both as they were.
 */
final class ReadFiles {

  private static final Duration SETTLED = Duration.ofSeconds(2);

  private final GuidelineReader reader = new GuidelineReader();
  private final Map<Path, Known> known = new ConcurrentHashMap<>();

  private record Version(FileTime changed, long size) {

    static Optional<Version> of(Path file) {
      try {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        Version version = new Version(now.lastModifiedTime(), now.size());
        return Optional.of(version).filter(Version::isSettled);
      } catch (IOException e) {
        return Optional.empty();
      }
    }

    private boolean isSettled() {
      return changed.toInstant().isBefore(Instant.now().minus(SETTLED));
    }
  }

  private record Known(Version version, Inspection inspection) {}

  /**
   * As {@link GuidelineReader#inspect(Path)}.
   *
   * @throws GuidelineException for a file that cannot be read at all
   */
  Inspection inspect(Path file) {
    Optional<Version> version = Version.of(file);
    @Nullable Known before = known.get(file);
    if (before != null && version.equals(Optional.of(before.version()))) {
      return before.inspection();
    }
    Inspection inspection = reader.inspect(file);
    version.ifPresent(it -> known.put(file, new Known(it, inspection)));
    return inspection;
  }
}
