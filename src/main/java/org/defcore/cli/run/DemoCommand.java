package org.defcore.cli.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.defcore.cli.console.Console;
import org.defcore.cli.console.ExitCode;
import org.defcore.cli.options.GuidelineOptions;
import org.defcore.cli.options.KindOption;
import org.defcore.desk.Board;
import org.defcore.desk.EmbeddedCloud;
import org.defcore.desk.Installation;
import org.defcore.desk.RunSession;
import org.defcore.guideline.Guideline;
import org.defcore.runner.RunOrder;
import org.defcore.runner.Selection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code defcore demo}: the main job on the embedded simulated cloud. */
@Command(
    mixinStandardHelpOptions = true,
    description = {
      "Run guideline "
          + GuidelineOptions.USUAL
          + " against an embedded simulated cloud and write the report.",
      "Exit code: 0 if every test that ran passed, whatever the verdict; else 1."
    })
final class DemoCommand implements Callable<Integer> {

  private final Installation installation;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER",
      description = "New or empty folder for the run. Default: reports/runs/demo-TIME.")
  private @Nullable Path out;

  @Mixin private KindOption kind = new KindOption();

  private Duration patience = Duration.ofSeconds(10);

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description =
          "Longest wait for a state of the cloud, at least 1; tests of what a kind cannot do wait as"
              + " long. Default: ${DEFAULT-VALUE}.")
  void waiting(int seconds) {
    if (seconds < 1) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "--wait: expected at least 1 second but found " + seconds);
    }
    patience = Duration.ofSeconds(seconds);
  }

  DemoCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() {
    Console console = Console.of(spec);
    Path folder = installation.work().resolve(out == null ? RunSession.usualFolder("demo-") : out);
    Guideline guideline = installation.guidelines().find(GuidelineOptions.USUAL);
    try (EmbeddedCloud cloud = EmbeddedCloud.start(installation, kind.kind())) {
      RunOrder order = cloud.order(GuidelineOptions.USUAL, guideline, Selection.ALL, patience);
      RunSession session =
          new RunSession(installation, Board.usual(installation), cloud.declared());
      RunSession.Ended ended = new ConsoleRun(session, console).run(order, folder);
      console.out().println("the cloud was simulated: this says nothing about a real one");
      return ended.faultless() && cloud.isEmpty() ? ExitCode.CONFORMANT : ExitCode.NOT_CONFORMANT;
    }
  }
}
