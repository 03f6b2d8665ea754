package org.defcore.cli.options;

import org.defcore.desk.Installation;
import org.defcore.desk.Targets;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Target;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for the guideline and its target. */
public final class GuidelineOptions {

  @Option(
      names = "--guideline",
      paramLabel = "ID",
      defaultValue = "2020.06",
      description =
          "Id (2020.06, add-on/dns.2020.06) or file of a guideline. Default: ${DEFAULT-VALUE}.")
  private String guideline = "2020.06";

  @Option(
      names = "--target",
      paramLabel = "KEY",
      description =
          "What the verdict is about: platform, compute, object, or another target of the"
              + " guideline. Default: its first.")
  private @Nullable String target;

  public Guideline guideline(Installation installation) {
    return installation.guidelines().find(guideline);
  }

  /** The name of the guideline as the user typed it. */
  public String name() {
    return guideline;
  }

  public Target target(Guideline loaded) {
    return target == null ? Targets.first(loaded) : Targets.find(loaded, target);
  }
}
