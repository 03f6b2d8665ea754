package org.defcore.guideline;

import java.util.List;
import org.defcore.OwnFiles;
import org.defcore.SharedFiles;
import org.defcore.guideline.library.GuidelineLibrary;
import org.jspecify.annotations.Nullable;

/** Folders of guidelines: ours, and the published originals, which a checkout need not have. */
public enum Roots {
  OURS,
  ORIGINALS;

  private @Nullable GuidelineLibrary library;

  /**
   * The guidelines of the folder, each read once. Skips the test when there is no folder of
   * originals; a guideline missing in it is a failure.
   */
  public synchronized GuidelineLibrary library() {
    if (library == null) {
      library =
          switch (this) {
            case OURS -> OwnFiles.GUIDELINES;
            case ORIGINALS ->
                new GuidelineLibrary(List.of(SharedFiles.require("upstream/interop")));
          };
    }
    return library;
  }
}
