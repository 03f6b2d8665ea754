package org.defcore.cli.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.defcore.cli.console.ExitCode;
import org.defcore.cli.options.PolicyOptions;
import org.defcore.cli.options.RowsOutput;
import org.defcore.cli.options.StoreOptions;
import org.defcore.desk.Installation;
import org.defcore.desk.RunScores;
import org.defcore.desk.Targets;
import org.defcore.desk.store.FieldChanges;
import org.defcore.desk.store.FieldScoring;
import org.defcore.guideline.Guideline;
import org.defcore.report.run.Matrix;
import org.defcore.result.RunSource;
import org.defcore.store.Rescoring;
import org.defcore.store.Store;
import org.defcore.verdict.Verdict;
import org.defcore.verdict.VerdictStatus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code defcore score [RUN]}: one run, or all of a store, under guidelines and targets. */
@Command(
    mixinStandardHelpOptions = true,
    description = {
      "Score a run under any number of guidelines and targets, as a matrix.",
      "Without RUN it scores every run of the store under one guideline, and shows which verdicts"
          + " differ from those that the runs have. It goes on where an earlier call was stopped, and"
          + " several machines can share the work.",
      "Exit code for a run: 1 if a verdict is not-conformant, else 3 if one is inconclusive, else 0."
    })
final class ScoreCommand implements Callable<Integer> {

  private final Installation installation;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private PolicyOptions policy = new PolicyOptions();
  @Mixin private RowsOutput output = new RowsOutput();
  @Mixin private StoreOptions store = new StoreOptions();

  @Parameters(
      paramLabel = "RUN",
      arity = "0..1",
      description = "Folder or bundle of the run, or its id in the store.")
  private @Nullable Path run;

  @Option(
      names = {"-g", "--guideline"},
      split = ",",
      required = true,
      paramLabel = "ID",
      description = "Ids or files of guidelines, with commas between.")
  private List<String> guidelines = new ArrayList<>();

  @Option(
      names = "--target",
      split = ",",
      paramLabel = "KEY",
      description = "Only these targets. Default: every target of each guideline.")
  private List<String> targets = new ArrayList<>();

  ScoreCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() {
    return run == null ? scoreStore() : scoreRun(run);
  }

  private int scoreRun(Path place) {
    Matrix matrix;
    try (RunSource source = store.source(installation, place)) {
      matrix =
          new RunScores(installation, policy.board(installation), source)
              .matrix(guidelines, targets);
    }
    output.print(installation.work(), matrix::text, matrix::json, matrix::csv);
    return exitCode(matrix.verdicts());
  }

  private int scoreStore() {
    if (!store.isNamed(installation) || guidelines.size() != 1) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          store.isNamed(installation)
              ? "--guideline: expected one guideline for the runs of a store"
              : "expected RUN, or --store for all runs of one");
    }
    Guideline guideline = installation.guidelines().find(guidelines.get(0));
    try (Store opened = store.open(installation)) {
      Rescoring rescoring =
          new FieldScoring(
                  installation,
                  policy.board(installation),
                  opened,
                  guideline,
                  Targets.all(guideline, targets))
              .score(Instant.now());
      FieldChanges changes = new FieldChanges(guideline, rescoring);
      output.print(installation.work(), changes::text, changes::json, changes::csv);
    }
    return ExitCode.CONFORMANT;
  }

  private static int exitCode(List<Verdict> verdicts) {
    List<VerdictStatus> words = verdicts.stream().map(Verdict::status).toList();
    if (words.contains(VerdictStatus.NOT_CONFORMANT)) {
      return ExitCode.NOT_CONFORMANT;
    }
    return words.stream().allMatch(VerdictStatus.CONFORMANT::equals)
        ? ExitCode.CONFORMANT
        : ExitCode.INCONCLUSIVE;
  }
}
