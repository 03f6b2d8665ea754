package org.defcore.cli.run;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.defcore.cli.console.Console;
import org.defcore.cli.console.ExitCode;
import org.defcore.desk.Installation;
import org.defcore.desk.RunCleanup;
import org.defcore.result.Plan;
import org.defcore.result.RunFolder;
import org.defcore.runner.LedgerCleaner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code defcore cleanup RUN}: removes what a run that died left in its cloud. */
@Command(
    mixinStandardHelpOptions = true,
    description =
        "Remove the resources that an interrupted run left in its cloud, as listed in its ledger.")
final class CleanupCommand implements Callable<Integer> {

  private final Installation installation;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "RUN", description = "Folder of the run.")
  private Path run = Path.of("");

  CleanupCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() {
    RunFolder folder = installation.run(run);
    Plan plan = folder.plan();
    LedgerCleaner.Report report = new RunCleanup(installation).clean(folder);
    Console console = Console.of(spec);
    report.removed().forEach(it -> console.out().println("removed " + it));
    report.left().forEach(it -> console.err().println(it));
    if (report.removed().isEmpty() && report.left().isEmpty()) {
      console.out().println("nothing of run " + plan.runId() + " is left in cloud " + plan.cloud());
    }
    return report.left().isEmpty() ? ExitCode.CONFORMANT : ExitCode.LEFT_BEHIND;
  }
}
