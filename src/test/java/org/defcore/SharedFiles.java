package org.defcore;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The one place where tests find the material beside the project, which a checkout may lack. */
public final class SharedFiles {

  private static final Path ROOT = Path.of("..", "shared");

  private SharedFiles() {}

  /**
   * A file or folder of {@code ../shared}; without that folder the calling test is skipped, and
   * says so. A single file that is missing from it is the test's to fail on.
   *
   * @param below path in it, with slashes
   */
  public static Path require(String below) {
    Path file = ROOT.resolve(below);
    assumeTrue(
        Files.isDirectory(ROOT),
        () -> "no ../shared beside this project: skips what compares with ../shared/" + below);
    return file;
  }
}
