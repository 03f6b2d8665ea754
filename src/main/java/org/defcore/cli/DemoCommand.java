package org.defcore.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.defcore.clouds.CloudConfig;
import org.defcore.clouds.CloudConfigs;
import org.defcore.clouds.Surroundings;
import org.defcore.guideline.Guideline;
import org.defcore.kit.GuestAccess;
import org.defcore.result.RunException;
import org.defcore.runner.Order;
import org.defcore.runner.Selection;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code defcore demo}: the main job on the embedded simulated cloud. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Runs guideline 2020.06 against an embedded simulated cloud and writes the report.",
      "Exit code: 0 if every test that ran passed, whatever the verdict; else 1."
    })
final class DemoCommand implements Callable<Integer> {

  private static final String GUIDELINE = "2020.06";

  private final Installation installation;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--out",
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
    Guideline guideline = installation.guidelines().find(GUIDELINE);
    SimulatedCloudOptions options = SimulatedCloudOptions.usual().withKind(kind.kind());
    try (SimulatedCloud cloud = SimulatedCloud.start(options.withGuests())) {
      CloudConfigs configs = configs(cloud);
      CloudConfig first = configs.load(Optional.of("simulated"));
      Order order =
          new Order(
              GUIDELINE,
              guideline,
              GuidelineOptions.first(guideline),
              Selection.ALL,
              first,
              configs.secondFor(first),
              4,
              patience);
      RunSession.Ended ended =
          new RunSession(installation, console, Board.usual(installation))
              .run(reaching(order, cloud), Declared.NOTHING, folder);
      console.out().println("the cloud was simulated: this says nothing about a real one");
      return ended.faultless() && cloud.resources().isEmpty()
          ? ExitCode.CONFORMANT
          : ExitCode.NOT_CONFORMANT;
    }
  }

  private static Order reaching(Order order, SimulatedCloud cloud) {
    return cloud.guestPort().map(it -> order.withGuests(new GuestAccess("demo", it))).orElse(order);
  }

  /** As the cloud describes itself, read the way a user's own file is. */
  private CloudConfigs configs(SimulatedCloud cloud) {
    try {
      Path file = Files.createTempFile("simulated-clouds", ".yaml");
      try {
        Files.writeString(file, cloud.cloudsYaml());
        return new CloudConfigs(
            Surroundings.of(
                Map.of("OS_CLIENT_CONFIG_FILE", file.toString()),
                installation.work(),
                installation.userHome()));
      } finally {
        file.toFile().deleteOnExit();
      }
    } catch (IOException e) {
      throw new RunException("a temporary file cannot be written: " + e.getMessage());
    }
  }
}
