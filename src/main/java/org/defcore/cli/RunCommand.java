package org.defcore.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.defcore.clouds.CloudConfig;
import org.defcore.guideline.Guideline;
import org.defcore.runner.RunOrder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code defcore run}: the main job. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description =
        "Runs the tests of a guideline against a cloud, scores the outcomes and writes the report.")
final class RunCommand implements Callable<Integer> {

  private final Installation installation;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private CloudOptions cloud = new CloudOptions();
  @Mixin private GuidelineOptions guideline = new GuidelineOptions();
  @Mixin private SelectionOptions selection = new SelectionOptions();
  @Mixin private GuestOptions guests = new GuestOptions();
  @Mixin private PaceOptions pace = new PaceOptions();
  @Mixin private DeclarationOption declaration = new DeclarationOption();
  @Mixin private PolicyOptions policy = new PolicyOptions();

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "New or empty folder for the run. Default: reports/runs/TIME.")
  private @Nullable Path out;

  RunCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() {
    Guideline loaded = guideline.guideline(installation);
    CloudConfig config = cloud.config(installation);
    RunOrder order =
        new RunOrder(
            new RunOrder.Requirements(
                guideline.name(), loaded, guideline.target(loaded), selection.selection()),
            config,
            cloud.second(installation, config),
            new RunOrder.Pace(
                pace.concurrency(), pace.patience(Duration.ofMinutes(5)), pace.retries()),
            guests.access(),
            cloud.images());
    RunSession session = new RunSession(installation, Console.of(spec), policy.board(installation));
    return session.run(order, declaration.declared(installation), folder()).exitCode();
  }

  private Path folder() {
    return installation.work().resolve(out == null ? RunSession.usualFolder("") : out);
  }
}
