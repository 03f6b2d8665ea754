package org.defcore.desk;

import java.util.List;
import java.util.stream.Collectors;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Target;
import org.defcore.result.RunException;

/** Choice of what a verdict is about. */
public final class Targets {

  private Targets() {}

  /**
   * The one that counts where none is named.
   *
   * @throws RunException if the guideline has none
   */
  public static Target first(Guideline guideline) {
    return guideline.targets().stream()
        .findFirst()
        .orElseThrow(
            () -> new RunException("guideline " + guideline.id() + " has no target to score"));
  }

  /** Those with these keys; every one for none. */
  public static List<Target> all(Guideline guideline, List<String> keys) {
    return keys.isEmpty()
        ? guideline.targets()
        : keys.stream().map(it -> find(guideline, it)).toList();
  }

  /**
   * The one with that key.
   *
   * @throws RunException with the known ones if there is none
   */
  public static Target find(Guideline guideline, String key) {
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
