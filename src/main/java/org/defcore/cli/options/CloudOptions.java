package org.defcore.cli.options;

import java.util.Optional;
import org.defcore.clouds.CloudConfig;
import org.defcore.clouds.CloudConfigs;
import org.defcore.clouds.discovery.Wishes;
import org.defcore.desk.Installation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options for the cloud, its region and its second project. */
public final class CloudOptions {

  @Option(
      names = "--os-cloud",
      paramLabel = "NAME",
      description =
          "Cloud in clouds.yaml; otherwise $OS_CLOUD, the $OS_* variables, or the only cloud there"
              + " is.")
  @Nullable String cloud;

  @Option(
      names = "--second-cloud",
      paramLabel = "NAME",
      description =
          "Cloud in clouds.yaml that logs in a user of another project, for tests that need one;"
              + " otherwise NAME-alt of the cloud under test, if there is one.")
  @Nullable String secondCloud;

  @Option(
      names = "--os-region-name",
      paramLabel = "NAME",
      description = "Region of the cloud; otherwise $OS_REGION_NAME, or that of clouds.yaml.")
  private @Nullable String region;

  @Mixin private ChoiceOptions choices = new ChoiceOptions();

  /** Choices of the user in that cloud. */
  public Wishes wishes() {
    return choices.wishes();
  }

  public CloudConfig config(Installation installation) {
    return installation.clouds().load(Optional.ofNullable(cloud), Optional.ofNullable(region));
  }

  public Optional<CloudConfig> second(Installation installation, CloudConfig first) {
    CloudConfigs configs = installation.clouds();
    return secondCloud == null
        ? configs.secondFor(first)
        : Optional.of(configs.load(Optional.of(secondCloud), Optional.ofNullable(region)));
  }
}
