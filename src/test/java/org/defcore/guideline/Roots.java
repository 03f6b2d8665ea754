package org.defcore.guideline;

import java.nio.file.Path;
import java.util.List;
import org.defcore.SharedFiles;
import org.defcore.guideline.library.GuidelineLibrary;

/** Folders of guidelines: ours, and the published originals, which a checkout need not have. */
public enum Roots {
  OURS,
  ORIGINALS;

  /**
   * Skips the test when there is no folder of originals; a guideline missing in it is a failure.
   */
  public GuidelineLibrary library() {
    return new GuidelineLibrary(List.of(path()));
  }

  private Path path() {
    return switch (this) {
      case OURS -> Path.of("guidelines");
      case ORIGINALS -> SharedFiles.require("upstream/interop");
    };
  }
}
