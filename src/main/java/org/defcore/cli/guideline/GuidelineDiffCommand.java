package org.defcore.cli.guideline;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.defcore.cli.console.Console;
import org.defcore.cli.console.ExitCode;
import org.defcore.cli.options.OutputOption;
import org.defcore.cli.options.PageOutput;
import org.defcore.cli.options.PolicyOptions;
import org.defcore.desk.GuidelineReview;
import org.defcore.desk.Installation;
import org.defcore.desk.RunScores;
import org.defcore.guideline.diff.GuidelineDiff;
import org.defcore.guideline.diff.ProcessBreach;
import org.defcore.report.Templates;
import org.defcore.report.guideline.GuidelineChange;
import org.defcore.report.guideline.GuidelineChange.Effect;
import org.defcore.report.guideline.GuidelineChangeJson;
import org.defcore.report.guideline.GuidelineChangePage;
import org.defcore.report.guideline.GuidelineChangeText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code defcore guideline diff FROM TO}: what changed, whether it may, and for whom it matters.
 */
@Command(
    mixinStandardHelpOptions = true,
    description = {
      "Show what changed from one guideline to another, whichever schemas they have.",
      "Exit code: 1 if --process is given and a rule of it is violated, else 0."
    })
final class GuidelineDiffCommand implements Callable<Integer> {

  private final Installation installation;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private PageOutput output = new PageOutput();
  @Mixin private PolicyOptions policy = new PolicyOptions();

  @Parameters(paramLabel = "FROM", description = "Name or file of the earlier one.")
  private String from = "";

  @Parameters(paramLabel = "TO", description = "Name or file of the later one.")
  private String to = "";

  @Option(
      names = "--process",
      description =
          "Also show violations of the guideline process: for a guideline and the next one, or"
              + " for two states of one.")
  private boolean process;

  @Option(
      names = "--run",
      paramLabel = "RUN",
      description = "Also show the effect on the run in that folder, by target.")
  private @Nullable Path run;

  GuidelineDiffCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() {
    GuidelineReview review = new GuidelineReview(installation);
    GuidelineDiff diff = review.diff(from, to);
    Optional<List<ProcessBreach>> breaches =
        process ? Optional.of(review.breaches(diff)) : Optional.empty();
    Optional<Effect> effect = Optional.ofNullable(run).map(it -> scores(it).effect(diff));
    GuidelineChange change = new GuidelineChange(diff, breaches, effect);
    Console console = Console.of(spec);
    sayIfOthersLieBetween(diff, console);
    output.write(
        new PageOutput.Texts(
            () -> String.join("\n", new GuidelineChangeText().lines(change)) + "\n",
            () -> OutputOption.pretty(new GuidelineChangeJson().value(change)) + "\n",
            () -> Templates.render(new GuidelineChangePage(change))),
        "guideline diff",
        installation.work());
    return breaches.filter(it -> !it.isEmpty()).isPresent()
        ? ExitCode.NOT_CONFORMANT
        : ExitCode.CONFORMANT;
  }

  private void sayIfOthersLieBetween(GuidelineDiff diff, Console console) {
    diff.to()
        .replaces()
        .filter(it -> process && !it.equals(diff.from().id()))
        .filter(it -> !diff.from().id().equals(diff.to().id()))
        .ifPresent(
            it ->
                console
                    .err()
                    .println(
                        "note: %s replaces %s, not %s: what came between is not seen"
                            .formatted(diff.to().id(), it, diff.from().id())));
  }

  private RunScores scores(Path folder) {
    return new RunScores(installation, policy.board(installation), installation.run(folder));
  }
}
