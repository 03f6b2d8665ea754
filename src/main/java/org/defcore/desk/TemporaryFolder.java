package org.defcore.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.defcore.result.Leftovers;
import org.defcore.result.RunException;

/**
 * A folder for files that are needed for a while.
 *
 * @param path of the folder, which is its owner's alone
 */
public record TemporaryFolder(Path path) implements AutoCloseable {

  /** Makes one, and removes those of processes that were killed. */
  public static TemporaryFolder make() {
    Path all = Path.of(System.getProperty("java.io.tmpdir"));
    Leftovers.remove(all);
    try {
      return new TemporaryFolder(Files.createTempDirectory(all, Leftovers.prefix()));
    } catch (IOException e) {
      throw new RunException("a temporary folder cannot be made: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    try {
      Leftovers.removeAll(path);
    } catch (IOException e) {
      throw new UncheckedIOException(path + ": cannot be removed", e);
    }
  }
}
