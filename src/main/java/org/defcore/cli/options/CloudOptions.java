package org.defcore.cli.options;

import java.util.Optional;
import org.defcore.clouds.CloudConfig;
import org.defcore.clouds.discovery.Wishes;
import org.defcore.desk.Installation;
import org.defcore.result.Plan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options for the cloud, its region and its second project. */
public final class CloudOptions {

  @Mixin private CloudOption cloud = new CloudOption();

  @Option(
      names = "--second-cloud",
      paramLabel = "NAME",
      description =
          "Cloud in clouds.yaml that logs in a user of another project, for tests that need one;"
              + " otherwise NAME-alt of the cloud under test, if there is one.")
  private @Nullable String secondCloud;

  @Mixin private ChoiceOptions choices = new ChoiceOptions();

  /** Takes the clouds of an earlier run where the user has named none. */
  void usual(Plan plan) {
    if (cloud.usual(plan.cloud()) && secondCloud == null) {
      secondCloud = plan.secondCloud().orElse(null);
    }
  }

  /** Choices of the user in that cloud. */
  public Wishes wishes() {
    return choices.wishes();
  }

  public CloudConfig config(Installation installation) {
    return cloud.config(installation);
  }

  public Optional<CloudConfig> second(Installation installation, CloudConfig first) {
    return secondCloud == null
        ? installation.clouds().secondFor(first)
        : Optional.of(cloud.config(Optional.of(secondCloud), installation));
  }
}
