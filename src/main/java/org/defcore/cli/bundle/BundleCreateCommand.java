package org.defcore.cli.bundle;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.defcore.cli.console.Console;
import org.defcore.cli.console.ExitCode;
import org.defcore.cli.options.PolicyOptions;
import org.defcore.desk.Installation;
import org.defcore.desk.bundle.BundleMaker;
import org.defcore.guideline.Guideline;
import org.defcore.result.RunFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code defcore bundle create RUN}: a run and its verdicts in one file. */
@Command(
    mixinStandardHelpOptions = true,
    description = {
      "Put a run, its verdicts and what they follow from into one file, in three tiers:",
      "public has outcomes without their reasons, verdicts, declaration, plan, guideline, policy and"
          + " catalogue; reviewer has reasons, observations and evidence; private has the rest."
    })
final class BundleCreateCommand implements Callable<Integer> {

  private final Installation installation;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private PolicyOptions policy = new PolicyOptions();
  @Mixin private TierOption tiers = new TierOption();

  @Parameters(paramLabel = "RUN", description = "Folder of the run.")
  private Path run = Path.of("");

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "FILE",
      description = "New file of the bundle.")
  private Path out = Path.of("");

  BundleCreateCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() {
    Console console = Console.of(spec);
    RunFolder folder = installation.run(run);
    Guideline guideline = installation.guidelines().find(folder.plan().guideline());
    Path file = installation.work().resolve(out);
    new BundleMaker(
            installation, policy.board(installation), policy.file(installation), Clock.systemUTC())
        .create(folder, guideline, tiers.tiers(), file);
    console.out().println("bundle: " + file);
    console.out().println("sign it with: defcore bundle sign " + out + " --key KEY --as vendor");
    return ExitCode.CONFORMANT;
  }
}
