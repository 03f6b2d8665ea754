package org.defcore.clouds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.defcore.clouds.discovery.Discovery;
import org.defcore.http.HttpTransport;
import org.defcore.http.message.Recording;
import org.defcore.http.redact.Secrets;
import org.defcore.result.Fact;
import org.defcore.service.Service;
import org.junit.jupiter.api.Test;

/** Login and discovery on a real cloud named devcloud, where there is one. */
class RealCloudAccessTest {

  private final CloudConfigs configs =
      new CloudConfigs(
          Environment.of(
              System.getenv(),
              Path.of("").toAbsolutePath(),
              Path.of(System.getProperty("user.home"))));

  @Test
  void logsInAndFindsWhatTheTestsNeed() {
    assumeTrue(
        System.getenv("OS_CLIENT_CONFIG_FILE") != null && configs.names().contains("devcloud"),
        "no cloud devcloud in a file that OS_CLIENT_CONFIG_FILE names");
    CloudConfig config = configs.load(Optional.of("devcloud"));
    Recording recording = new Recording();
    try (HttpTransport transport = new HttpTransport(config.transport(), new Secrets())) {
      Session session = Session.login(config, transport, recording);
      long before = System.nanoTime();
      List<Fact> facts =
          Discovery.observe(
              session,
              Set.of(
                  Service.COMPUTE,
                  Service.IDENTITY,
                  Service.IMAGE,
                  Service.NETWORK,
                  Service.OBJECT_STORE,
                  Service.VOLUME),
              recording);
      Duration took = Duration.ofNanos(System.nanoTime() - before);

      assertThat(facts)
          .extracting(Fact::name)
          .contains(
              "image.id",
              "flavor.id",
              "second-flavor.id",
              "network.id",
              "external-network.id",
              "network.extension.security-group",
              "compute.microversion.max",
              "volume.microversion.max",
              "compute.quota.instances",
              "volume.quota.volumes",
              "network.quota.ports",
              "object-store.info");
      assertThat(facts).extracting(Fact::name).noneMatch(it -> it.endsWith(".unavailable"));
      assertThat(facts.toString()).doesNotContain(session.token());
      assertThat(recording.exchanges()).as("login and discovery").hasSizeLessThan(20);
      assertThat(took).as("discovery").isLessThan(Duration.ofSeconds(10));
    }
  }
}
