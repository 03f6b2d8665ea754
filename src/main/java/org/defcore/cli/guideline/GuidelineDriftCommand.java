package org.defcore.cli.guideline;

import java.util.concurrent.Callable;
import org.defcore.cli.console.ExitCode;
import org.defcore.cli.options.OutputOption;
import org.defcore.desk.GuidelineReview;
import org.defcore.desk.Installation;
import org.defcore.guideline.diff.Drift;
import org.defcore.report.guideline.DriftReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code defcore guideline drift FILE --since …}: whether an approved file stayed what it was. */
@Command(
    mixinStandardHelpOptions = true,
    description = {
      "Check whether a guideline file changed after it was approved. Layout and the order of keys do"
          + " not matter; it may gain flags and be superseded.",
      "Exit code: 1 if an approved guideline changed otherwise, else 0."
    })
final class GuidelineDriftCommand implements Callable<Integer> {

  private final Installation installation;

  @Mixin private OutputOption output = new OutputOption();

  @Parameters(paramLabel = "GUIDELINE", description = "Name or file.")
  private String name = "";

  @Option(
      names = "--since",
      required = true,
      paramLabel = "DIR|REVISION",
      description =
          "What it was before: a folder with a file of the same name, or else a revision of the git"
              + " repository that the file is in.")
  private String since = "";

  GuidelineDriftCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() {
    DriftReport report = new GuidelineReview(installation).drift(name, since);
    output.print(installation.work(), report::lines, report::json);
    return report.drift().result() == Drift.Result.DRIFTED
        ? ExitCode.NOT_CONFORMANT
        : ExitCode.CONFORMANT;
  }
}
