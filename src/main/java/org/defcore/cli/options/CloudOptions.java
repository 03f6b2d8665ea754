package org.defcore.cli.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.defcore.clouds.CloudConfig;
import org.defcore.clouds.CloudConfigs;
import org.defcore.desk.Installation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for the cloud, its second project and its images. */
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
      names = "--image",
      split = ",",
      paramLabel = "NAME",
      description =
          "Names or ids of the image to boot and of a second one, where the smallest are not the"
              + " right ones.")
  private List<String> images = new ArrayList<>();

  /** Chosen images; none if discovery is to choose. */
  public List<String> images() {
    return List.copyOf(images);
  }

  public CloudConfig config(Installation installation) {
    return installation.clouds().load(Optional.ofNullable(cloud));
  }

  public Optional<CloudConfig> second(Installation installation, CloudConfig first) {
    CloudConfigs configs = installation.clouds();
    return secondCloud == null
        ? configs.secondFor(first)
        : Optional.of(configs.load(Optional.of(secondCloud)));
  }
}
