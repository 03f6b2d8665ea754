package org.defcore.cli.run;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.defcore.cli.console.Console;
import org.defcore.cli.console.ExitCode;
import org.defcore.cli.options.PolicyOptions;
import org.defcore.desk.Installation;
import org.defcore.desk.RunReports;
import org.defcore.desk.Targets;
import org.defcore.guideline.Guideline;
import org.defcore.report.run.ReportFormat;
import org.defcore.report.run.ReportModel;
import org.defcore.report.run.TextSummary;
import org.defcore.result.Plan;
import org.defcore.result.RunFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code defcore report RUN}: the reports again, from what the run kept. */
@Command(
    mixinStandardHelpOptions = true,
    description = {
      "Writes report.json, report.html and junit.xml of a run again, also of one that died.",
      "The same run under the same policy gives the same bytes."
    })
final class ReportCommand implements Callable<Integer> {

  private final Installation installation;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private PolicyOptions policy = new PolicyOptions();

  @Parameters(paramLabel = "RUN", description = "Folder of the run.")
  private Path run = Path.of("");

  ReportCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() {
    RunFolder folder = installation.run(run);
    Plan plan = folder.plan();
    Guideline guideline = installation.guidelines().find(plan.guideline());
    Console console = Console.of(spec);
    if (!guideline.contentHash().equals(plan.guidelineHash())) {
      console
          .err()
          .println(
              "note: guideline %s is now %s; the run was planned with %s"
                  .formatted(plan.guideline(), guideline.contentHash(), plan.guidelineHash()));
    }
    ReportModel report =
        new RunReports(installation, policy.board(installation))
            .write(folder, guideline, Targets.find(guideline, plan.target()));
    new TextSummary(report).lines().forEach(console.out()::println);
    console.out().println("report: " + folder.path().resolve(ReportFormat.HTML.fileName()));
    return ExitCode.of(report);
  }
}
