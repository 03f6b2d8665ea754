package org.defcore;

import java.nio.file.Path;
import java.util.List;
import org.defcore.capability.Catalogue;
import org.defcore.capability.CatalogueReader;
import org.defcore.guideline.library.GuidelineLibrary;

/** The catalogue and the guidelines of this project, for tests that only look at them. */
public final class OwnFiles {

  public static final Catalogue CATALOGUE = new CatalogueReader().read(Path.of("capabilities"));
  public static final GuidelineLibrary GUIDELINES =
      new GuidelineLibrary(List.of(Path.of("guidelines")));

  private OwnFiles() {}
}
