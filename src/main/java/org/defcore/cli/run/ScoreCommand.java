package org.defcore.cli.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.defcore.cli.console.Console;
import org.defcore.cli.console.ExitCode;
import org.defcore.cli.options.OutputOption;
import org.defcore.cli.options.PolicyOptions;
import org.defcore.desk.Installation;
import org.defcore.desk.RunScores;
import org.defcore.report.run.Matrix;
import org.defcore.result.RunSource;
import org.defcore.verdict.Verdict;
import org.defcore.verdict.VerdictStatus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code defcore score RUN}: one run under any number of guidelines and targets. */
@Command(
    mixinStandardHelpOptions = true,
    description = {
      "Scores a run under any number of guidelines and targets, as a matrix.",
      "Exit code: 1 if a verdict is not-conformant, else 3 if one is inconclusive, else 0."
    })
final class ScoreCommand implements Callable<Integer> {

  private final Installation installation;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private PolicyOptions policy = new PolicyOptions();
  @Mixin private OutputOption output = new OutputOption();

  @Parameters(paramLabel = "RUN", description = "Folder or bundle of the run.")
  private Path run = Path.of("");

  @Option(
      names = "--guideline",
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
    Matrix matrix;
    try (RunSource source = installation.source(run)) {
      matrix =
          new RunScores(installation, policy.board(installation), source)
              .matrix(guidelines, targets);
    }
    Console console = Console.of(spec);
    console.out().print(output.json() ? matrix.json() : matrix.text());
    return exitCode(matrix.verdicts());
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
