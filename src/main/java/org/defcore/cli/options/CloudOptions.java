package org.defcore.cli.options;

import java.util.Optional;
import java.util.function.Function;
import org.defcore.clouds.CloudConfig;
import org.defcore.clouds.CloudConfigs;
import org.defcore.clouds.discovery.Wishes;
import org.defcore.desk.Installation;
import org.defcore.result.Plan;
import org.defcore.runner.SameCloud;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options for the cloud, its region, its second project and its disposable user. */
public final class CloudOptions {

  @Mixin private CloudOption cloud = new CloudOption();

  @Option(
      names = "--second-cloud",
      paramLabel = "NAME",
      description =
          "Cloud in clouds.yaml that logs in a user of another project, for tests that need one;"
              + " otherwise NAME-alt of the cloud under test, if there is one.")
  private @Nullable String secondCloud;

  @Option(
      names = "--disposable-cloud",
      paramLabel = "NAME",
      description =
          "Cloud in clouds.yaml that logs in, by password, a user that nobody else uses, for tests"
              + " that change its password or lock it; otherwise NAME-disposable of the cloud under"
              + " test, if there is one.")
  private @Nullable String disposableCloud;

  @Mixin private ChoiceOptions choices = new ChoiceOptions();

  /** The earlier run whose clouds are taken, as the user has named none. */
  private Optional<Plan> planned = Optional.empty();

  /** Takes the clouds of an earlier run where the user has named none. */
  void usual(Plan plan) {
    planned = Optional.of(plan).filter(it -> cloud.usual(it.cloud()));
  }

  /** Choices of the user in that cloud. */
  public Wishes wishes() {
    return choices.wishes();
  }

  /**
   * The cloud under test.
   *
   * @throws org.defcore.result.RunException if it is that of an earlier run by its name alone
   */
  public CloudConfig config(Installation installation) {
    CloudConfig config = cloud.config(installation);
    planned.ifPresent(it -> new SameCloud(it, "run").check(config));
    return config;
  }

  public Optional<CloudConfig> second(Installation installation, CloudConfig first) {
    return beside(secondCloud, Plan::secondCloud, it -> it.secondFor(first), installation);
  }

  public Optional<CloudConfig> disposable(Installation installation, CloudConfig first) {
    return beside(
        disposableCloud, Plan::disposableCloud, it -> it.disposableFor(first), installation);
  }

  private Optional<CloudConfig> beside(
      @Nullable String named,
      Function<Plan, Optional<String>> before,
      Function<CloudConfigs, Optional<CloudConfig>> usually,
      Installation installation) {
    Optional<CloudConfig> usual =
        named == null ? usually.apply(installation.clouds()) : Optional.empty();
    Optional<String> other = planned.flatMap(before);
    return Optional.ofNullable(named)
        .or(() -> other.filter(it -> !usual.map(CloudConfig::name).equals(other)))
        .map(it -> cloud.config(Optional.of(it), installation))
        .or(() -> usual);
  }
}
