package org.defcore.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.defcore.cli.console.Console;
import org.defcore.cli.console.ExitCode;
import org.defcore.cli.options.KindOption;
import org.defcore.desk.Installation;
import org.defcore.result.RunException;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.defcore.simcloud.identity.Totp;
import org.defcore.simcloud.pace.Pace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code defcore simulate}: the simulated cloud until Ctrl-C. */
@Command(
    mixinStandardHelpOptions = true,
    description = {
      "Starts the simulated cloud on the loopback address and keeps it until Ctrl-C.",
      "Prints a clouds.yaml with the clouds simulated and simulated-alt, or writes it to a file."
    })
final class SimulateCommand implements Callable<Integer> {

  private static final int HIGHEST_PORT = 65_535;

  private final Installation installation;
  private int port;
  private Optional<Pace> pace = Optional.empty();
  private Optional<Totp> totp = Optional.empty();

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Where to listen; 0 takes any free port. Default: 0.")
  void port(int number) {
    if (number < 0 || number > HIGHEST_PORT) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "--port: expected 0 to " + HIGHEST_PORT + " but found " + number);
    }
    port = number;
  }

  @Option(
      names = "--pace",
      paramLabel = "MS|MS-MS",
      description =
          "How long servers and volumes take from one state to the next, or between which bounds."
              + " Default: 0; 200-400 with --kind bare-metal.")
  void pace(String text) {
    try {
      pace = Optional.of(Pace.parse(text));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), "--pace: " + e.getMessage());
    }
  }

  @Mixin private KindOption kind = new KindOption();

  @Option(
      names = "--defect",
      paramLabel = "NAME",
      description = "Inject this defect (see --list-defects); repeatable.")
  private List<String> defects = new ArrayList<>();

  @Option(
      names = "--guests",
      description =
          "Have servers answer by SSH, at addresses from 127.20.0.0/16: for machines that have all of"
              + " 127.0.0.0/8 to themselves, as Linux does.")
  private boolean guests;

  @Option(
      names = "--diskless",
      description = "Have no flavor with a disk, so that servers have to boot from volumes.")
  private boolean diskless;

  @Option(
      names = "--totp",
      paramLabel = "SECRET",
      description =
          "Secret of both users, in Base32, for passcodes: simulated needs one beside its password,"
              + " simulated-alt may use one alone.")
  void totp(String secret) {
    try {
      totp = Optional.of(Totp.parse(secret));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), "--totp: " + e.getMessage());
    }
  }

  @Option(names = "--list-defects", description = "List all defects and end.")
  private boolean listDefects;

  @Option(
      names = "--clouds-file",
      paramLabel = "FILE",
      description = "Write clouds.yaml there, not to standard output.")
  private @Nullable Path cloudsFile;

  SimulateCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() throws InterruptedException {
    Console console = Console.of(spec);
    if (listDefects) {
      SimulatedCloud.defects()
          .forEach(it -> console.out().println(it.name() + "\n    " + it.description()));
      console.out().println("operations:");
      SimulatedCloud.operations().forEach(it -> console.out().println("    " + it));
      return ExitCode.CONFORMANT;
    }
    try (SimulatedCloud cloud = SimulatedCloud.start(options())) {
      tell(console, cloud);
      new CountDownLatch(1).await();
    }
    return ExitCode.CONFORMANT;
  }

  private SimulatedCloudOptions options() {
    SimulatedCloudOptions asked =
        SimulatedCloudOptions.usual().withKind(kind.kind()).withPort(port).withDefects(defects);
    SimulatedCloudOptions paced = pace.map(asked::withPace).orElse(asked);
    SimulatedCloudOptions reached = guests ? paced.withGuests() : paced;
    SimulatedCloudOptions sized = diskless ? reached.withDisklessFlavors() : reached;
    return totp.map(sized::withTotp).orElse(sized);
  }

  private void tell(Console console, SimulatedCloud cloud) {
    console
        .err()
        .println(
            "simulated cloud of kind %s at %s, until Ctrl-C"
                .formatted(kind.kind().word(), cloud.authUrl()));
    cloud
        .guestPort()
        .ifPresent(
            it ->
                console
                    .err()
                    .println("guests let in with: --guest-ssh anybody --guest-port " + it));
    if (cloudsFile == null) {
      console.out().print(cloud.cloudsYaml());
      console.out().flush();
      return;
    }
    Path file = installation.work().resolve(cloudsFile);
    try {
      Files.writeString(file, cloud.cloudsYaml());
    } catch (IOException e) {
      throw new RunException(
          "--clouds-file: expected a file that can be written but found %s: name another"
              .formatted(file));
    }
    console.err().println("export OS_CLIENT_CONFIG_FILE=" + file);
  }
}
