package org.defcore.desk;

import java.nio.file.Path;
import java.util.List;
import org.defcore.capability.Catalogue;
import org.defcore.capability.CatalogueReader;
import org.defcore.guideline.Approval;
import org.defcore.guideline.library.GuidelineLibrary;
import org.defcore.guideline.read.GuidelineSchema;
import org.defcore.policy.Policy;
import org.defcore.policy.PolicyReader;
import org.defcore.runner.SuiteIndex;
import org.jspecify.annotations.Nullable;

/**
 * The program's own files. The catalogue and the approvals of guidelines do not change while it
 * runs, and are read once; so is a guideline unless its file changes.
 */
public final class ProgramFiles {

  private final Path home;
  private final GuidelineLibrary guidelines;
  private @Nullable Catalogue catalogue;
  private @Nullable List<Approval> approvals;

  /**
   * @param home folder that holds {@code guidelines/} and {@code capabilities/}
   */
  public ProgramFiles(Path home) {
    this.home = home;
    this.guidelines = new GuidelineLibrary(List.of(home.resolve("guidelines")));
  }

  GuidelineSchema schemas() {
    return new GuidelineSchema(home.resolve("guidelines").resolve("schema"));
  }

  GuidelineLibrary guidelines() {
    return guidelines;
  }

  /** The policy that goes where no other is named. */
  public Policy policy() {
    return new PolicyReader().read(policyFile());
  }

  public Path policyFile() {
    return home.resolve("guidelines").resolve("policy.yaml");
  }

  /** The folder of the catalogue, one file a service. */
  public Path capabilities() {
    return home.resolve("capabilities");
  }

  /** The folder of scoring worksheets, one a guideline. */
  public Path scoring() {
    return capabilities().resolve("scoring");
  }

  /** The approvals of all guidelines, by which those in force are known. */
  public synchronized List<Approval> approvals() {
    if (approvals == null) {
      approvals = guidelines.approvals();
    }
    return approvals;
  }

  synchronized Catalogue catalogue() {
    if (catalogue == null) {
      catalogue = SuiteIndex.read().titled(new CatalogueReader().read(capabilities()));
    }
    return catalogue;
  }
}
