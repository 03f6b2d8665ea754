package org.defcore.clouds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.defcore.result.Deviation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloudConfigsTest {

  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() {
    desk = new Desk(folder);
  }

  @Test
  void takesTheNearestFile() {
    desk.write("etc/openstack/clouds.yaml", Desk.cloud("site"));
    assertThat(desk.load().name()).isEqualTo("site");

    desk.write("home/.config/openstack/clouds.yml", Desk.cloud("user"));
    assertThat(desk.load().name()).isEqualTo("user");
    assertThat(desk.load().source()).isEqualTo("~/.config/openstack/clouds.yml");

    desk.write("home/.config/openstack/clouds.yaml", Desk.cloud("yaml"));
    assertThat(desk.load().name()).isEqualTo("yaml");

    desk.set("XDG_CONFIG_HOME", "~/settings");
    desk.write("home/settings/openstack/clouds.yaml", Desk.cloud("xdg"));
    assertThat(desk.load().name()).isEqualTo("xdg");

    desk.write("work/clouds.yaml", Desk.cloud("here"));
    assertThat(desk.load().name()).isEqualTo("here");
    assertThat(desk.load().source()).isEqualTo("clouds.yaml");

    Path named = desk.write("elsewhere/mine.yaml", Desk.cloud("named"));
    desk.set("OS_CLIENT_CONFIG_FILE", named.toString());
    assertThat(desk.load().name()).isEqualTo("named");
    assertThat(desk.load().source()).isEqualTo(named.toString());
  }

  @Test
  void readsJson() {
    desk.write(
        "work/clouds.json",
        """
        {"clouds": {"j": {"auth": {"auth_url": "http://j.example", "user-id": 17,
          "password": "p", "project_id": "42"}, "verify": false}}}
        """);

    CloudConfig config = desk.load();

    assertThat(config.credentials().userId()).contains("17");
    assertThat(config.deviations())
        .extracting(it -> it.what() + ": " + it.detail())
        .containsExactly("tls-not-verified: certificates are not checked, by clouds.json");
  }

  @Test
  void laysTheSecureFileOverTheCloudsFile() {
    desk.write(
        "work/clouds.yaml",
        "clouds:",
        "  acme:",
        "    auth: {auth_url: http://a.example, username: anna, project_id: p, password: old,"
            + " user_domain_id: default}");
    desk.write(
        "etc/openstack/secure.yaml",
        "clouds:",
        "  acme:",
        "    auth:",
        "      password: new",
        "  other:",
        "    auth: {}");

    CloudConfig config = desk.load("acme");

    assertThat(config.credentials().secret()).isEqualTo("new");
    assertThat(config.credentials().userName()).contains("anna");
    assertThat(desk.configs().names()).containsExactly("acme", "other");
  }

  @Test
  void takesTheSecureFileThatAVariableNames() {
    desk.write("work/clouds.yaml", Desk.cloud("acme"));
    desk.write("work/secure.yaml", "clouds: {acme: {auth: {password: near}}}");
    desk.write("work/far.yaml", "clouds: {acme: {auth: {password: far}}}");
    desk.set("OS_CLIENT_SECURE_FILE", "far.yaml");

    assertThat(desk.load().credentials().secret()).isEqualTo("far");
  }

  @Test
  void resolvesAnchorsAndMergeKeys() {
    desk.write(
        "work/clouds.yaml",
        "base: &base",
        "  region_name: North",
        "  auth: &auth {auth_url: 'http://a.example', user_domain_id: default, project_id: p}",
        "clouds:",
        "  acme:",
        "    <<: *base",
        "    auth: {<<: *auth, username: anna, password: s3cret}");

    CloudConfig config = desk.load();

    assertThat(config.region()).contains("North");
    assertThat(config.authUrl()).isEqualTo(URI.create("http://a.example"));
    assertThat(config.credentials().userDomainId()).contains("default");
  }

  @Test
  void keepsScalarsAsTheyWereWritten() {
    desk.write(
        "work/clouds.yaml",
        "clouds:",
        "  acme:",
        "    auth: {auth_url: 'http://a.example', user_id: 0017, password: 0123,"
            + " project_id: 1e3}");

    Credentials credentials = desk.load().credentials();

    assertThat(credentials.secret()).isEqualTo("0123");
    assertThat(credentials.userId()).contains("0017");
    assertThat(credentials.projectId()).contains("1e3");
  }

  @Test
  void choosesByOptionThenVariableThenVariablesThenTheOnlyCloud() {
    desk.write("work/clouds.yaml", Desk.cloud("only"));
    assertThat(desk.load().name()).isEqualTo("only");

    desk.set("OS_AUTH_URL", "http://env.example")
        .set("OS_USER_ID", "u")
        .set("OS_PASSWORD", "p")
        .set("OS_PROJECT_ID", "q");
    assertThat(desk.load().name()).isEqualTo("envvars");
    assertThat(desk.load().source()).isEqualTo("environment");

    desk.set("OS_CLOUD", "only");
    assertThat(desk.load().name()).isEqualTo("only");

    assertThat(desk.load("envvars").authUrl()).isEqualTo(URI.create("http://env.example"));
  }

  @Test
  void variablesChangeNothingOfACloudOfAFileButItsRegion() {
    desk.write("work/clouds.yaml", Desk.cloud("acme", "region_name: North"));
    desk.set("OS_CLOUD", "acme").set("OS_PASSWORD", "other").set("OS_REGION_NAME", "South");

    assertThat(desk.load().credentials().secret()).isEqualTo("s3cret");
    assertThat(desk.load().region()).contains("South");
    assertThat(desk.load().deviations())
        .containsExactly(new Deviation("region", "South, by OS_REGION_NAME"));
  }

  @Test
  void readsACloudOfVariables() {
    desk.set("OS_CLOUD_NAME", "mine")
        .set("OS_AUTH_URL", "https://env.example/identity/v3/")
        .set("OS_USERNAME", "anna")
        .set("OS_PASSWORD", "p")
        .set("OS_TENANT_NAME", "demo")
        .set("OS_USER_DOMAIN_NAME", "Default")
        .set("OS_PROJECT_DOMAIN_ID", "default")
        .set("OS_REGION_NAME", "North")
        .set("OS_INTERFACE", "internalURL")
        .set("OS_INSECURE", "True")
        .set("OS_IDENTITY_API_VERSION", "3")
        .set("OS_COMPUTE_ENDPOINT_OVERRIDE", "https://c.example/v2.1");

    CloudConfig config = desk.load();

    assertThat(config.name()).isEqualTo("mine");
    assertThat(config.credentials().userName()).contains("anna");
    assertThat(config.credentials().projectName()).contains("demo");
    assertThat(config.credentials().projectDomainId()).contains("default");
    assertThat(config.region()).contains("North");
    assertThat(config.endpointOverrides())
        .isEqualTo(Map.of("compute", URI.create("https://c.example/v2.1")));
    assertThat(config.deviations())
        .extracting(it -> it.what())
        .containsExactly("endpoint-override", "interface", "tls-not-verified");
  }

  @Test
  void selectingVariablesMakeNoCloud() {
    desk.write("work/clouds.yaml", Desk.cloud("acme"));
    desk.set("OS_REGION_NAME", "North").set("OS_TEST_PATH", "x").set("OS_LOG_CAPTURE", "1");

    assertThat(desk.load().name()).isEqualTo("acme");
    assertThat(desk.configs().names()).containsExactly("acme");
  }

  @Test
  void saysWhichCloudsThereAre() {
    desk.write("work/clouds.yaml", Desk.two("https://a.example", "ben", "two"));

    assertThatThrownBy(desk::load)
        .hasMessage(
            "clouds.yaml: expected one cloud but found acme, acme-alt:"
                + " name one with --os-cloud or OS_CLOUD");
    assertThatThrownBy(() -> desk.load("acne"))
        .hasMessage(
            "--os-cloud: expected one of acme, acme-alt (clouds.yaml) but found \"acne\":"
                + " correct it, or add that cloud");
    desk.set("OS_CLOUD", "nope");
    assertThatThrownBy(desk::load)
        .isInstanceOfSatisfying(
            CloudException.class,
            it -> assertThat(it.kind()).isEqualTo(CloudException.Kind.CONFIGURATION))
        .hasMessageStartingWith("OS_CLOUD: expected one of acme, acme-alt");
  }

  @Test
  void saysWhereItLookedWhenThereIsNoCloud() {
    assertThatThrownBy(desk::load)
        .hasMessage(
            "expected a cloud but found no clouds.yaml in ., ~/.config/openstack, "
                + folder.resolve("etc/openstack")
                + " and no OS_AUTH_URL: write a clouds.yaml, or name one in OS_CLIENT_CONFIG_FILE");
    assertThatThrownBy(() -> desk.load("acme")).hasMessageStartingWith("expected a cloud but");
    desk.write("work/clouds.yaml", "clouds:");
    assertThatThrownBy(desk::load)
        .hasMessageStartingWith("expected a cloud but found clouds.yaml without any:");
  }

  @Test
  void refusesANamedFileThatIsNotThere() {
    desk.write("work/clouds.yaml", Desk.cloud("acme"));
    desk.set("OS_CLIENT_CONFIG_FILE", "~/gone.yaml");

    assertThatThrownBy(desk::load)
        .hasMessage(
            "OS_CLIENT_CONFIG_FILE: expected a readable file but found none at ~/gone.yaml:"
                + " correct or unset it");
  }

  @Test
  void refusesTwoCloudsOfOneName() {
    desk.write("work/clouds.yaml", Desk.cloud("envvars"));
    desk.set("OS_AUTH_URL", "http://env.example");

    assertThatThrownBy(desk::load)
        .hasMessage(
            "clouds.yaml: cloud 'envvars': expected another name but found that of the cloud of the"
                + " OS_* variables: rename it, or set OS_CLOUD_NAME");
  }

  @Test
  void readsTheSample() {
    desk.set("OS_CLIENT_CONFIG_FILE", Path.of("samples/clouds.yaml").toAbsolutePath().toString());
    desk.set("OS_PASSCODE", "123456");

    assertThat(desk.configs().names())
        .containsExactly(
            "acme",
            "acme-alt",
            "acme-app",
            "acme-disposable",
            "acme-mfa",
            "acme-oidc",
            "acme-token",
            "testbed");
    assertThat(desk.configs().names())
        .map(desk::load)
        .allSatisfy(it -> assertThat(it.credentials().secret()).startsWith("change-me"))
        .allSatisfy(it -> assertThat(it.further().unused()).isEmpty());
    assertThat(desk.configs().secondFor(desk.load("acme"))).isPresent();
    assertThat(desk.configs().disposableFor(desk.load("acme"))).isPresent();
    assertThat(desk.load("testbed").deviations())
        .extracting(it -> it.what())
        .containsExactly("endpoint-override", "interface", "tls-not-verified");
  }
}
