package org.defcore.clouds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.defcore.clouds.Credentials.Method;
import org.defcore.http.tls.TlsSettings.Trust;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudReaderTest {

  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() {
    desk = new Desk(folder);
  }

  @Test
  void readsAPassword() {
    CloudConfig config = load(Desk.cloud("acme"));

    assertThat(config.authUrl()).isEqualTo(URI.create("https://acme.example/v3"));
    assertThat(config.facing()).isEqualTo("public");
    assertThat(config.tls().trust()).isEqualTo(Trust.VERIFIED);
    assertThat(config.deviations()).isEmpty();
    Credentials credentials = config.credentials();
    assertThat(credentials.method()).isEqualTo(Method.PASSWORD);
    assertThat(credentials.userDomainName()).contains("Default");
    assertThat(credentials.projectDomainName()).contains("Default");
    assertThat(config.toString()).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @CsvSource({
    "http://my_cloud:5000/v3,               http://my_cloud:5000",
    "HTTP://Acme.example/v3/,               http://Acme.example",
    "https://a.example/id/v3/auth/tokens,   https://a.example/id",
    "' https://a.example/v3 ',              https://a.example",
    "'http://[::1]:5000/v3',                'http://[::1]:5000'",
  })
  void takesAddressesAsPeopleWriteThem(String written, String root) {
    CloudConfig config = load(Desk.cloud("acme", "auth_url: '" + written + "'"));

    assertThat(IdentityUrl.of(config.authUrl()).root()).isEqualTo(URI.create(root));
  }

  @Test
  void readsOldSpellings() {
    Credentials credentials =
        auth("user_name: anna, password: p, tenant-name: demo, user-domain-id: d1,"
                + " project-domain-name: D2")
            .credentials();

    assertThat(credentials.userName()).contains("anna");
    assertThat(credentials.projectName()).contains("demo");
    assertThat(credentials.userDomainId()).contains("d1");
    assertThat(credentials.projectDomainName()).contains("D2");
    assertThat(auth("user_id: u, password: p, tenant_id: old, project_id: new").credentials())
        .extracting(it -> it.projectId().orElse(""))
        .isEqualTo("new");
    assertThat(auth("user_id: u, password: p").credentials().projectId()).isEmpty();
  }

  @Test
  void domainShortcutsFillWhatIsNotSaid() {
    Credentials credentials =
        auth("username: anna, password: p, project_name: demo, domain_name: Both,"
                + " user_domain_id: own")
            .credentials();

    assertThat(credentials.userDomainId()).contains("own");
    assertThat(credentials.userDomainName()).isEmpty();
    assertThat(credentials.projectDomainName()).contains("Both");
  }

  @Test
  void settingsBesideTheAuthBlockWin() {
    Credentials credentials =
        load(Desk.cloud("acme", "username: ben", "password: b")).credentials();

    assertThat(credentials.userName()).contains("ben");
    assertThat(credentials.secret()).isEqualTo("b");
  }

  @ParameterizedTest
  @CsvSource({
    "password, 'user_id: u, password: x', PASSWORD",
    "v3password, 'user_id: u, password: x', PASSWORD",
    "token, 'token: x, project_id: p', TOKEN",
    "v3token, 'auth_token: x, project_id: p', TOKEN",
    "v3applicationcredential, 'application_credential_id: a,"
        + " application_credential_secret: x', APPLICATION_CREDENTIAL",
    "v3applicationcredential, 'application_credential_name: a, user_id: u,"
        + " application_credential_secret: x', APPLICATION_CREDENTIAL",
  })
  void readsEachAuthType(String type, String auth, Method method) {
    CloudConfig config = auth(auth, "auth_type: " + type);

    assertThat(config.credentials().method()).isEqualTo(method);
    assertThat(config.credentials().secret()).isEqualTo("x");
    assertThat(auth(auth).credentials().method()).as("told by the settings").isEqualTo(method);
  }

  @Test
  void takesTheFirstRegionWithItsOwnSettings() {
    CloudConfig config =
        load(
            Desk.cloud(
                "acme",
                "regions:",
                "  - name: North",
                "    values:",
                "      interface: internal",
                "      auth: {project_name: northern}",
                "  - South"));

    assertThat(config.region()).contains("North");
    assertThat(config.facing()).isEqualTo("internal");
    assertThat(config.credentials().projectName()).contains("northern");
    assertThat(config.credentials().userName()).contains("anna");
    assertThat(load(Desk.cloud("acme", "regions: [East, West]")).region()).contains("East");
    assertThat(load(Desk.cloud("acme", "region_name: A,B")).region()).contains("A");
    assertThat(load(Desk.cloud("acme", "region-name: [C, D]")).region()).contains("C");
    assertThat(load(Desk.cloud("acme")).region()).isEmpty();
  }

  @Test
  void fillsSettingsIntoAddresses() {
    CloudConfig config =
        load(
            Desk.cloud(
                "acme",
                "region_name: north",
                "image_endpoint_override: 'https://image.{region_name}.example'"));

    assertThat(config.endpointOverrides())
        .isEqualTo(Map.of("image", URI.create("https://image.north.example")));
  }

  @Test
  void knowsEverySpellingOfAnOverriddenService() {
    CloudConfig config =
        load(
            Desk.cloud(
                "acme",
                "volumev3_endpoint_override: http://v.example/v3",
                "object-store-endpoint-override: http://o.example/v1",
                "placement_endpoint_override: http://p.example"));

    assertThat(config.endpointOverrides())
        .isEqualTo(
            Map.of(
                "volume", URI.create("http://v.example/v3"),
                "object-store", URI.create("http://o.example/v1")));
    assertThat(
            load(Desk.cloud(
                    "acme",
                    "volume_endpoint_override: http://old.example",
                    "block_storage_endpoint_override: http://new.example"))
                .endpointOverrides())
        .containsValue(URI.create("http://new.example"));
  }

  @Test
  void findsTheAuthorities() throws IOException {
    Path pem = folder.resolve("home/ca.pem");
    Files.createDirectories(pem.getParent());
    Files.writeString(pem, "x");

    CloudConfig config = load(Desk.cloud("acme", "cacert: ~/ca.pem"));

    assertThat(config.tls().cacert()).contains(pem);
    assertThat(config.transport().tls().cacert()).contains(pem);
    assertThat(load(Desk.cloud("acme", "cacert: ~/gone.pem", "verify: no")).tls().cacert())
        .as("with certificates not checked")
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
verify: maybe | verify: expected true or false but found "maybe": correct it in clouds.yaml
cacert: gone.pem | cacert: expected a readable PEM file but found none at gone.pem: correct it in clouds.yaml
interface: pubic | interface: expected public, internal or admin but found "pubic": correct it in clouds.yaml
interface: [a, b] | interface: expected one value but found a list: correct it in clouds.yaml
identity_api_version: 2.0 | identity_api_version: expected 3 but found "2.0": identity v2 is not supported; correct it in clouds.yaml
auth_type: v2password | auth_type: expected password, token, v3applicationcredential, v3totp, v3multifactor, v3oidcpassword or v3oidcclientcredentials but found "v2password": identity v2 is not supported; correct it in clouds.yaml
auth_type: v3samlpassword | auth_type: expected password, token, v3applicationcredential, v3totp, v3multifactor, v3oidcpassword or v3oidcclientcredentials but found "v3samlpassword": correct it in clouds.yaml
auth_type: token | auth.token: expected a token but found only auth_url, domain_name, password, project_name, username: set auth.token in clouds.yaml
auth_type: v3applicationcredential | auth.application_credential_id: expected the application credential's id but found only auth_url, domain_name, password, project_name, username: set auth.application_credential_id in clouds.yaml
regions: [{values: {}}] | regions: expected a name in each region but found none in one: add it in clouds.yaml
image_endpoint_override: image.example | image_endpoint_override: expected an http or https URL but found "image.example": correct it in clouds.yaml
image_endpoint_override: 'http://i.example/%(project_id)s' | image_endpoint_override: expected an http or https URL but found "http://i.example/%(project_id)s": correct it in clouds.yaml
image_endpoint_override: 'http://{password}.example' | image_endpoint_override: expected the name of a setting but found {password}: write it out
auth_url: 'http://anna:s3cret@a.example' | auth.auth_url: expected a URL without user and password but found some: set them below auth:
auth_url: 'ftp://a.example' | auth.auth_url: expected an http or https URL but found "ftp://a.example": correct it in clouds.yaml
auth_url: http://a.example/v2.0 | auth.auth_url: expected an identity v3 URL but found "http://a.example/v2.0": identity v2 is not supported; end it in /v3 in clouds.yaml
""")
  void refusesASettingThatMakesNoSense(String line, String message) {
    assertThatThrownBy(() -> load(Desk.cloud("acme", line)))
        .isInstanceOf(CloudException.class)
        .hasMessage("clouds.yaml: cloud 'acme': " + message)
        .message()
        .doesNotContain("s3cret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
pasword: s3cret, user_id: u | auth.password: expected the user's password but found only auth_url, pasword, user_id: set auth.password in clouds.yaml
password: s3cret | auth.username: expected a user's name but found only auth_url, password: set auth.username in clouds.yaml
password: s3cret, username: anna | auth.user_domain_name: expected the domain of auth.username but found only auth_url, password, username: set auth.user_domain_name in clouds.yaml
password: s3cret, user_id: u, project_name: p | auth.project_domain_name: expected the domain of auth.project_name but found only auth_url, password, project_name, user_id: set auth.project_domain_name in clouds.yaml
application_credential_secret: s3cret, application_credential_name: a | auth.username: expected the owner of auth.application_credential_name but found only application_credential_name, application_credential_secret, auth_url: set auth.username in clouds.yaml
""")
  void saysWhatIsMissing(String auth, String message) {
    assertThatThrownBy(() -> auth(auth))
        .hasMessage("clouds.yaml: cloud 'acme': " + message)
        .message()
        .doesNotContain("s3cret");
  }

  @Test
  void saysThatProfilesAreNotSupported() {
    assertThatThrownBy(() -> load("clouds: {acme: {profile: vexxhost}}"))
        .hasMessage(
            "clouds.yaml: cloud 'acme': profile: expected auth.auth_url beside it but found"
                + " \"vexxhost\" alone: vendor profiles are not supported; set auth.auth_url in"
                + " clouds.yaml");
    assertThatThrownBy(() -> load("clouds: {acme: {}}"))
        .hasMessage(
            "clouds.yaml: cloud 'acme': auth.auth_url: expected the identity URL but found nothing:"
                + " set auth.auth_url in clouds.yaml");
  }

  @Test
  void namesVariablesWhereTheCloudComesFromThem() {
    desk.set("OS_USERNAME", "anna");

    assertThatThrownBy(desk::load)
        .hasMessage(
            "environment: cloud 'envvars': auth.auth_url: expected the identity URL but found"
                + " nothing: set OS_AUTH_URL");
  }

  private CloudConfig load(String... lines) {
    desk.write("work/clouds.yaml", lines);
    return desk.load();
  }

  private CloudConfig auth(String settings, String... more) {
    StringBuilder text =
        new StringBuilder("clouds:\n  acme:\n    auth: {auth_url: 'https://a.example', ")
            .append(settings)
            .append("}");
    for (String line : more) {
      text.append("\n    ").append(line);
    }
    return load(text.toString());
  }
}
