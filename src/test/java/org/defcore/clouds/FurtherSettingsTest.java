package org.defcore.clouds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.defcore.clouds.discovery.Wishes;
import org.defcore.result.Deviation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of a cloud that few users need, and those that nothing uses. */
class FurtherSettingsTest {

  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() {
    desk = new Desk(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          regoin_name: One      | regoin_name is not used: did you mean region_name?
          api_timeout: 60       | api_timeout is not used: no such setting is known here
          system_scope: all     | system_scope is not used: a run is about one project
          placement_interface: internal | placement_interface is not used: no such setting is known here
          profile: vexxhost     | profile is not used: vendor profiles are not supported: set all of the cloud here
          passcode: 123456      | passcode is not used: it goes with auth_type v3multifactor or v3totp
          """)
  void settingThatNothingUsesGetsALine(String setting, String line) {
    assertThat(load(setting).further().unused())
        .containsExactly("clouds.yaml: cloud 'acme': " + line);
  }

  @Test
  void settingBelowAuthGetsALineIfItBelongsBesideIt() {
    desk.write(
        "work/clouds.yaml",
        "clouds:",
        "  acme:",
        "    auth: {auth_url: 'http://a.example', user_id: u, password: p, verify: false,",
        "      pasword: q}");

    CloudConfig config = desk.load();

    assertThat(config.further().unused())
        .containsExactly(
            "clouds.yaml: cloud 'acme': auth.pasword is not used: did you mean password?",
            "clouds.yaml: cloud 'acme': auth.verify is not used: it belongs beside auth, not below"
                + " it");
    assertThat(config.deviations()).isEmpty();
  }

  @Test
  void everySettingOfTheSampleIsUsed() {
    assertThat(
            load("interface: internal", "verify: false", "image_endpoint_override: http://x")
                .further()
                .unused())
        .isEmpty();
  }

  @Test
  void variableThatNothingUsesIsNamedAsAVariable() {
    desk.set("OS_AUTH_URL", "http://a.example")
        .set("OS_USER_ID", "u")
        .set("OS_PASSWORD", "p")
        .set("OS_PASSCODE", "1");

    assertThat(desk.load().further().unused())
        .containsExactly(
            "environment: cloud 'envvars': OS_PASSCODE is not used: it goes with auth_type"
                + " v3multifactor or v3totp");
  }

  @Test
  void serviceMayBeReachedFromAnotherSide() {
    CloudConfig config =
        load(
            "compute_interface: internalURL",
            "block_storage_interface: admin",
            "identity_interface: internal");

    assertThat(config.further().facings())
        .isEqualTo(Map.of("compute", "internal", "volume", "admin", "identity", "internal"));
    assertThat(config.facing("volumev3")).isEqualTo("admin");
    assertThat(config.facing("image")).isEqualTo("public");
    assertThat(config.deviations())
        .containsExactly(
            new Deviation("interface", "internal endpoints of compute, by clouds.yaml"),
            new Deviation("interface", "internal endpoints of identity, by clouds.yaml"),
            new Deviation("interface", "admin endpoints of volume, by clouds.yaml"));
    assertThatThrownBy(() -> load("compute_interface: inside"))
        .hasMessageContaining("compute_interface: expected public, internal or admin");
  }

  @Test
  void versionOfAServiceIsTheOneThatIsSupportedOrRefused() {
    assertThat(load("compute_api_version: 2.1", "volume_api_version: 3").further().unused())
        .isEmpty();
    assertThatThrownBy(() -> load("volume_api_version: 2"))
        .hasMessage(
            "clouds.yaml: cloud 'acme': volume_api_version: expected 3 but found \"2\": no other"
                + " version is supported; correct it in clouds.yaml");
  }

  @Test
  void networksAreWishedByTheirUse() {
    CloudConfig config =
        load(
            "networks:",
            "  - {name: Ext-Net, routes_externally: true}",
            "  - {name: spare}",
            "  - {name: home, default_interface: true}");

    Wishes wishes = Wishes.NONE.or(config);

    assertThat(wishes.deviations())
        .containsExactly(
            new Deviation("network", "home, by networks of clouds.yaml"),
            new Deviation("external-network", "Ext-Net, by networks of clouds.yaml"));
    Optional<Wishes.Wish> mine = Optional.of(new Wishes.Wish("mine", "--network"));
    Wishes asked =
        new Wishes(
            wishes.images(),
            wishes.flavors(),
            mine,
            wishes.externalNetwork(),
            wishes.subnetRange(),
            wishes.volumeType(),
            wishes.zone(),
            wishes.zoneParent(),
            wishes.hidingTag());
    assertThat(asked.or(config).network()).isEqualTo(mine);
  }

  private CloudConfig load(String... more) {
    desk.write("work/clouds.yaml", Desk.cloud("acme", more));
    return desk.load();
  }
}
