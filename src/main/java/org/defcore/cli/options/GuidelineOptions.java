package org.defcore.cli.options;

import java.util.Optional;
import org.defcore.desk.Installation;
import org.defcore.desk.Targets;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineException;
import org.defcore.guideline.Target;
import org.defcore.result.Plan;
import org.defcore.result.RunException;
import org.defcore.runner.RunOrder;
import org.defcore.runner.Selection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for the guideline and its target. */
public final class GuidelineOptions {

  /** The last published guideline, which is taken where none is named. */
  public static final String USUAL = "2022.11";

  @Option(
      names = {"-g", "--guideline"},
      paramLabel = "ID",
      description =
          "Id (2022.11, add-on/dns.2020.06) or file of a guideline. Default: " + USUAL + ".")
  private @Nullable String guideline;

  @Option(
      names = "--target",
      paramLabel = "KEY",
      description =
          "What the verdict is about: platform, compute, object, or another target of the"
              + " guideline; no other target's tests are run. Default: all tests, its first target.")
  private @Nullable String target;

  @Option(
      names = "--with-platform",
      description =
          "Of an add-on or a vertical: run the tests of its platform, too, which its verdict needs.")
  private boolean withPlatform;

  private Optional<String> planned = Optional.empty();

  public Guideline guideline(Installation installation) {
    return planned.isEmpty()
        ? installation.guidelines().find(name())
        : bundled(planned.get(), installation);
  }

  /** A plan may be a stranger's: no file that it names is read. */
  private static Guideline bundled(String name, Installation installation) {
    try {
      return installation.guidelines().bundled(name);
    } catch (GuidelineException e) {
      throw new RunException(
          "--guideline: expected the file of the guideline of the run, %s, but found none: name it"
              .formatted(name));
    }
  }

  private String name() {
    return guideline == null ? USUAL : guideline;
  }

  /**
   * The requirements that a run is to test some of.
   *
   * @throws RunException if the guideline has no such target, or no platform and it is asked for
   */
  public RunOrder.Requirements requirements(
      Installation installation, Guideline loaded, Selection selection) {
    Target about = target == null ? Targets.first(loaded) : Targets.find(loaded, target);
    boolean whole = target == null || withPlatform || planned.isPresent();
    return new RunOrder.Requirements(
        name(),
        loaded,
        about,
        whole ? selection : selection.of(loaded, about),
        platform(installation, loaded));
  }

  /** An earlier run may have had the tests of the platform. */
  private Optional<Guideline> platform(Installation installation, Guideline loaded) {
    if (!withPlatform && planned.isEmpty()) {
      return Optional.empty();
    }
    Optional<Guideline> platform = installation.guidelines().platformOf(loaded);
    if (withPlatform && platform.isEmpty()) {
      throw new RunException(
          "--with-platform: expected an add-on or a vertical but found guideline %s: leave it out"
              .formatted(loaded.id()));
    }
    return platform;
  }

  /**
   * Takes those of an earlier run.
   *
   * @param run as the user wrote it
   * @throws RunException if the user has named others
   */
  void sameAs(Plan plan, String run) {
    planned = guideline == null ? Optional.of(plan.guideline()) : Optional.empty();
    guideline = same("--guideline", guideline, plan.guideline(), run);
    target = same("--target", target, plan.target(), run);
  }

  private static String same(String option, @Nullable String typed, String planned, String run) {
    if (typed != null && !typed.equals(planned)) {
      throw new RunException(
          "%s: expected %s, as run %s has it, but found \"%s\": leave it out"
              .formatted(option, planned, run, typed));
    }
    return planned;
  }
}
