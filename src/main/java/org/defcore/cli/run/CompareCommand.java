package org.defcore.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.defcore.cli.console.Console;
import org.defcore.cli.console.ExitCode;
import org.defcore.cli.options.PageOutput;
import org.defcore.cli.options.PolicyOptions;
import org.defcore.cli.options.StoreOptions;
import org.defcore.desk.Installation;
import org.defcore.desk.RunReports;
import org.defcore.desk.Targets;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Target;
import org.defcore.report.Templates;
import org.defcore.report.compare.ComparisonPage;
import org.defcore.report.compare.JsonComparison;
import org.defcore.report.compare.RunComparison;
import org.defcore.report.compare.TextComparison;
import org.defcore.result.Plan;
import org.defcore.result.RunException;
import org.defcore.result.RunSource;
import org.defcore.yaml.FileFailure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code defcore compare RUN RUN…}: clouds side by side. */
@Command(
    mixinStandardHelpOptions = true,
    description = {
      "Compare two to ten runs: verdicts, capabilities, tests whose outcomes differ and why,"
          + " observed facts, times. All runs are scored for one target of one guideline.",
      "Exit code: 0 if the verdicts are the same and every test has the same outcome on every"
          + " cloud, whichever these are; else 1. Facts and times do not matter for it."
    })
final class CompareCommand implements Callable<Integer> {

  private final Installation installation;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private PageOutput output = new PageOutput();
  @Mixin private PolicyOptions policy = new PolicyOptions();
  @Mixin private StoreOptions store = new StoreOptions();

  @Parameters(
      paramLabel = "RUN",
      arity = "1..*",
      description = "Folders or bundles of the runs, or their ids in the store.")
  private List<Path> runs = new ArrayList<>();

  @Option(
      names = {"-g", "--guideline"},
      paramLabel = "ID",
      description = "Id or file of a guideline. Default: that of the first run.")
  private @Nullable String guideline;

  @Option(
      names = "--target",
      paramLabel = "KEY",
      description =
          "What the verdicts are about. Default: as the first run, or the guideline's first.")
  private @Nullable String target;

  CompareCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() {
    if (runs.size() < RunComparison.FEWEST || runs.size() > RunComparison.MOST) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "RUN: expected %d to %d runs but found %d"
              .formatted(RunComparison.FEWEST, RunComparison.MOST, runs.size()));
    }
    List<RunSource> folders = folders();
    List<Plan> plans = folders.stream().map(RunSource::plan).toList();
    Plan first = plans.get(0);
    Guideline scored =
        installation.guidelines().find(guideline == null ? first.guideline() : guideline);
    Target about = target(scored, first);
    Console console = Console.of(spec);
    plans.stream()
        .filter(it -> !it.guidelineHash().equals(scored.contentHash()))
        .forEach(
            it ->
                console
                    .err()
                    .println(
                        "note: run %s was planned with guideline %s, %s: what that lacks is not compared"
                            .formatted(it.runId(), it.guideline(), it.guidelineHash())));
    RunComparison comparison =
        new RunReports(installation, policy.board(installation)).comparison(folders, scored, about);
    boolean filed =
        output.write(
            new PageOutput.Texts(
                () -> new TextComparison().render(comparison),
                () -> new JsonComparison().render(comparison),
                () -> Templates.render(new ComparisonPage(comparison))),
            "comparison",
            installation.work());
    if (filed) {
      comparison.sentences().forEach(console.out()::println);
    }
    folders.forEach(RunSource::close);
    return comparison.alike() ? ExitCode.CONFORMANT : ExitCode.NOT_CONFORMANT;
  }

  private Target target(Guideline scored, Plan first) {
    if (target != null) {
      return Targets.find(scored, target);
    }
    return scored.target(first.target()).orElseGet(() -> Targets.first(scored));
  }

  private List<RunSource> folders() {
    Map<Path, Path> seen = new HashMap<>();
    List<RunSource> folders = new ArrayList<>();
    for (Path run : runs) {
      RunSource folder = store.source(installation, run);
      Path whole = installation.work().resolve(run);
      Optional<Path> before = Optional.ofNullable(seen.put(real(whole), run));
      if (before.isPresent()) {
        throw new RunException(
            "%s: expected another run but found that of %s again: name each run once"
                .formatted(whole, before.get()));
      }
      folders.add(folder);
    }
    return folders;
  }

  private static Path real(Path run) {
    if (!Files.exists(run)) {
      return run;
    }
    try {
      return run.toRealPath();
    } catch (IOException e) {
      throw new RunException(run + ": cannot be read: " + FileFailure.reason(e));
    }
  }
}
