package org.defcore.cli.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.defcore.cli.console.Console;
import org.defcore.cli.options.CloudOptions;
import org.defcore.cli.options.DeclarationOption;
import org.defcore.cli.options.EarlierRunOptions;
import org.defcore.cli.options.ExtrasOption;
import org.defcore.cli.options.GuestOptions;
import org.defcore.cli.options.GuidelineOptions;
import org.defcore.cli.options.PaceOptions;
import org.defcore.cli.options.PolicyOptions;
import org.defcore.cli.options.SelectionOptions;
import org.defcore.desk.Declared;
import org.defcore.desk.FailedTests;
import org.defcore.desk.Installation;
import org.defcore.desk.RunSession;
import org.defcore.guideline.Guideline;
import org.defcore.result.RunFolder;
import org.defcore.runner.RunOrder;
import org.defcore.runner.Selection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code defcore run}: the main job. */
@Command(
    mixinStandardHelpOptions = true,
    description =
        "Run the tests of a guideline against a cloud, score the outcomes and write the report.")
final class RunCommand implements Callable<Integer> {

  private final Installation installation;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private CloudOptions cloud = new CloudOptions();
  @Mixin private GuidelineOptions guideline = new GuidelineOptions();
  @Mixin private SelectionOptions selection = new SelectionOptions();
  @Mixin private EarlierRunOptions earlier = new EarlierRunOptions();
  @Mixin private GuestOptions guests = new GuestOptions();
  @Mixin private PaceOptions pace = new PaceOptions();
  @Mixin private ExtrasOption extras = new ExtrasOption();
  @Mixin private DeclarationOption declaration = new DeclarationOption();
  @Mixin private PolicyOptions policy = new PolicyOptions();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER",
      description = "New or empty folder for the run. Default: reports/runs/TIME.")
  private @Nullable Path out;

  RunCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() {
    Optional<Path> stopped = earlier.stopped();
    if (stopped.isPresent()) {
      RunFolder folder = EarlierRunOptions.resumed(stopped.get(), installation, guideline, cloud);
      RunOrder order = order(Selection.ALL);
      return ConsoleRun.exitCode(
          run(Declared.of(folder)).resume(order, folder, stopped.get().toString()));
    }
    RunOrder order = order(selection());
    Path folder = installation.work().resolve(out == null ? RunSession.usualFolder("") : out);
    return ConsoleRun.exitCode(run(declaration.declared(installation)).run(order, folder));
  }

  private Selection selection() {
    Selection chosen = selection.selection(installation);
    return earlier
        .failed()
        .map(
            it ->
                FailedTests.of(
                    EarlierRunOptions.of(it, installation, guideline, cloud),
                    it.toString(),
                    chosen))
        .orElse(chosen);
  }

  private RunOrder order(Selection chosen) {
    Guideline loaded = guideline.guideline(installation);
    return new OrderOptions(cloud, guests, Console.of(spec).err())
        .order(
            installation,
            guideline.requirements(installation, loaded, chosen),
            pace,
            Duration.ofMinutes(5))
        .withExtras(extras.extras());
  }

  private ConsoleRun run(Declared declared) {
    return new ConsoleRun(
        new RunSession(installation, policy.board(installation), declared), Console.of(spec));
  }
}
