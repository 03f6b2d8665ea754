package org.defcore.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.defcore.clouds.CloudConfig;
import org.defcore.clouds.CloudConfigs;
import org.defcore.clouds.Environment;
import org.defcore.guideline.Guideline;
import org.defcore.kit.GuestAccess;
import org.defcore.result.RunException;
import org.defcore.runner.RunOrder;
import org.defcore.runner.Selection;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.defcore.simcloud.SimulatedDeclaration;
import org.defcore.simcloud.kind.Kind;

/** The simulated cloud inside this process, as a run meets it. */
public final class EmbeddedCloud implements AutoCloseable {

  private static final int CONCURRENCY = 4;

  private final Installation installation;
  private final Kind kind;
  private final SimulatedCloud cloud;

  private EmbeddedCloud(Installation installation, Kind kind, SimulatedCloud cloud) {
    this.installation = installation;
    this.kind = kind;
    this.cloud = cloud;
  }

  public static EmbeddedCloud start(Installation installation, Kind kind) {
    SimulatedCloudOptions options = SimulatedCloudOptions.usual().withKind(kind);
    return new EmbeddedCloud(installation, kind, SimulatedCloud.start(options.withGuests()));
  }

  /** A run of what is selected, with a second project and a way into guests. */
  public RunOrder order(String name, Guideline guideline, Selection selection, Duration patience) {
    try (TemporaryFolder folder = TemporaryFolder.make()) {
      CloudConfigs configs = configs(folder.path().resolve("clouds.yaml"));
      CloudConfig first = configs.load(Optional.of("simulated"));
      return RunOrder.of(
              RunOrder.Requirements.of(name, guideline, Targets.first(guideline), selection),
              first,
              configs.secondFor(first),
              RunOrder.Pace.of(CONCURRENCY, patience))
          .withDisposable(configs.disposableFor(first))
          .withGuests(cloud.guestPort().map(it -> new GuestAccess("demo", it)));
    }
  }

  /** The declaration that its vendor would write. */
  public Declared declared() {
    return Declared.of(SimulatedDeclaration.text(kind), "declaration of the simulated cloud");
  }

  /** Returns whether nothing is left in it. */
  public boolean isEmpty() {
    return cloud.resources().isEmpty();
  }

  @Override
  public void close() {
    cloud.close();
  }

  /** The clouds.yaml of the cloud, read as a user's own file is. */
  private CloudConfigs configs(Path file) {
    try {
      Files.writeString(file, cloud.cloudsYaml());
    } catch (IOException e) {
      throw new RunException("a temporary file cannot be written: " + e.getMessage());
    }
    return new CloudConfigs(
        Environment.of(
            Map.of("OS_CLIENT_CONFIG_FILE", file.toString()),
            installation.work(),
            installation.userHome()));
  }
}
