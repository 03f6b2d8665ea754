package org.defcore.guideline;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where guidelines are: ours, and the published originals, which a checkout need not have. */
enum Roots {
  OURS(Path.of("guidelines")),
  ORIGINALS(Path.of("..", "shared", "upstream", "interop"));

  private final Path path;

  Roots(Path path) {
    this.path = path;
  }

  /** Skips the test when the folder has no guidelines at all; a single missing one is a failure. */
  GuidelineLibrary library() {
    assumeTrue(Files.exists(path.resolve("2020.06.json")), "no guidelines in " + path);
    return new GuidelineLibrary(List.of(path));
  }

  Path path() {
    return path;
  }
}
