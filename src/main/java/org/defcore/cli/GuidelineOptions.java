package org.defcore.cli;

import java.util.stream.Collectors;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Target;
import org.defcore.result.RunException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which guideline, and which of its targets. */
final class GuidelineOptions {

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

  Guideline guideline(Installation installation) {
    return installation.guidelines().find(guideline);
  }

  /** As the user typed it. */
  String name() {
    return guideline;
  }

  Target target(Guideline loaded) {
    return target == null ? first(loaded) : find(loaded, target);
  }

  static Target first(Guideline guideline) {
    return guideline.targets().stream()
        .findFirst()
        .orElseThrow(
            () -> new RunException("guideline " + guideline.id() + " has no target to score"));
  }

  static Target find(Guideline guideline, String key) {
    return guideline
        .target(key)
        .orElseThrow(
            () ->
                new RunException(
                    "--target: expected one of %s of guideline %s but found \"%s\""
                        .formatted(
                            guideline.targets().stream()
                                .map(Target::key)
                                .collect(Collectors.joining(", ")),
                            guideline.id(),
                            key)));
  }
}
