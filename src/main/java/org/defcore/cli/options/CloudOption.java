package org.defcore.cli.options;

import java.util.Optional;
import org.defcore.clouds.CloudConfig;
import org.defcore.desk.Installation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for one cloud and its region. */
public final class CloudOption {

  @Option(
      names = {"-c", "--os-cloud"},
      paramLabel = "NAME",
      description =
          "Cloud in clouds.yaml; otherwise $OS_CLOUD, the $OS_* variables, or the only cloud there"
              + " is.")
  private @Nullable String cloud;

  @Option(
      names = "--os-region-name",
      paramLabel = "NAME",
      description = "Region of the cloud; otherwise $OS_REGION_NAME, or that of clouds.yaml.")
  private @Nullable String region;

  /** Takes a cloud if the user has named none, and returns whether that is so. */
  boolean usual(String name) {
    boolean open = cloud == null;
    cloud = open ? name : cloud;
    return open;
  }

  public CloudConfig config(Installation installation) {
    return config(Optional.ofNullable(cloud), installation);
  }

  /** Another cloud, in the same region. */
  CloudConfig config(Optional<String> name, Installation installation) {
    return installation.clouds().load(name, Optional.ofNullable(region));
  }
}
