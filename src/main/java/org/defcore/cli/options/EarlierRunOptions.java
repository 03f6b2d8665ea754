package org.defcore.cli.options;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.defcore.desk.Installation;
import org.defcore.result.RunException;
import org.defcore.result.RunFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Options for a run that comes after another. */
public final class EarlierRunOptions {

  private static final String RERUN = "--rerun-failed";
  private static final String RESUME = "--resume";

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = RERUN,
      paramLabel = "RUN",
      description =
          "Only the tests that failed, ended in error or were blocked in this run, in a run of its"
              + " own under the same guideline and target, on the same cloud unless another is"
              + " named.")
  private @Nullable Path failed;

  @Option(
      names = RESUME,
      paramLabel = "RUN",
      description =
          "Clean up after this run, which stopped before its end, and go on with it in its folder."
              + " Cloud, guideline and options have to be the same; tests that have ended are not"
              + " run again.")
  private @Nullable Path stopped;

  /** The run whose failed tests are to be run again. */
  public Optional<Path> failed() {
    return among(failed, RERUN, Stream.of(SelectionOptions.TEST, SelectionOptions.TEST_LIST));
  }

  /** The run to go on with. */
  public Optional<Path> stopped() {
    Stream<String> others = Stream.of(RERUN, "--out", DeclarationOption.NAME);
    return among(stopped, RESUME, Stream.concat(others, SelectionOptions.ALL.stream()));
  }

  /**
   * The folder of a run to go on with.
   *
   * @throws RunException if its results are those of another tool
   */
  public static RunFolder resumed(
      Path run, Installation installation, GuidelineOptions guideline, CloudOptions cloud) {
    RunFolder folder = of(run, installation, guideline, cloud);
    if (folder.plan().imported()) {
      throw new RunException(
          run
              + ": an imported run cannot be resumed, as another tool ran its tests: import the"
              + " results of that tool again, or start a run without --resume");
    }
    return folder;
  }

  private Optional<Path> among(@Nullable Path run, String option, Stream<String> others) {
    if (run == null) {
      return Optional.empty();
    }
    ParseResult typed = Objects.requireNonNull(spec).commandLine().getParseResult();
    List<String> found = others.filter(typed::hasMatchedOption).toList();
    if (!found.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "%s: expected it without %s, which it has from the run"
              .formatted(option, String.join(", ", found)));
    }
    return Optional.of(run);
  }

  /** The folder of such a run, whose guideline, target and clouds are taken. */
  public static RunFolder of(
      Path run, Installation installation, GuidelineOptions guideline, CloudOptions cloud) {
    RunFolder folder = installation.run(run);
    guideline.sameAs(folder.plan(), run.toString());
    cloud.usual(folder.plan());
    return folder;
  }
}
