package org.defcore.guideline;

import java.nio.file.Path;
import java.util.List;
import org.defcore.OwnFiles;
import org.defcore.SharedFiles;
import org.defcore.guideline.library.GuidelineLibrary;

/** Folders of guidelines: ours, and the published originals, which a checkout need not have. */
public enum Roots {
  OURS,
  ORIGINALS;

  /** Made when the originals are first asked for, and are there. */
  private static final class Originals {
    private static final GuidelineLibrary LIBRARY = new GuidelineLibrary(List.of(originals()));
  }

  /**
   * The guidelines of the folder, each read once. Skips the test when there is no folder of
   * originals; a guideline missing in it is a failure.
   */
  public GuidelineLibrary library() {
    if (this == OURS) {
      return OwnFiles.GUIDELINES;
    }
    originals();
    return Originals.LIBRARY;
  }

  private static Path originals() {
    return SharedFiles.require("upstream/interop");
  }
}
