package org.defcore.clouds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.defcore.clouds.Credentials.Method;
import org.defcore.clouds.Credentials.OpenId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of logins by passcodes and OpenID providers. */
class FurtherLoginsTest {

  private static final String ANNA = "user_id: u, password: s3cret, project_id: p";
  private static final String BOTH = "auth_methods: [v3password, v3totp]";
  private static final String QUESTION = "passcode of u for cloud 'acme'";

  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() {
    desk = new Desk(folder);
  }

  @Test
  void passcodeComesFromTheEnvironmentTheFileOrTheTerminal() {
    String multifactor = "auth_type: v3multifactor";

    desk.answer(QUESTION, " 333333 ");
    assertThat(load(ANNA, multifactor, BOTH).passcode()).contains("333333");
    assertThat(load(ANNA + ", passcode: 222222", multifactor, BOTH).passcode()).contains("222222");
    desk.set("OS_PASSCODE", "111111");
    assertThat(load(ANNA + ", passcode: 222222", multifactor, BOTH).passcode()).contains("111111");
    assertThat(load(ANNA, multifactor, BOTH))
        .extracting(Credentials::method, Credentials::secret)
        .containsExactly(Method.MULTIFACTOR, "s3cret");
    assertThat(load("user_id: u, project_id: p", "auth_type: v3totp"))
        .extracting(Credentials::method, Credentials::secret)
        .containsExactly(Method.TOTP, "111111");
    assertThat(load(ANNA, multifactor, BOTH).secrets()).containsExactly("s3cret", "111111");
  }

  @Test
  void passcodeIsForOneUser() {
    desk.write("work/clouds.yaml", Desk.two("https://a.example/v3", "ben", "two"));
    desk.set("OS_PASSCODE", "111111");
    String second =
        String.join("\n", Desk.two("https://a.example/v3", "ben", "two"))
            .replace("  acme-alt:", "  acme-alt:\n    auth_type: v3multifactor\n    " + BOTH);
    desk.write("work/clouds.yaml", second);

    assertThatThrownBy(() -> desk.configs().secondFor(desk.load("acme")))
        .hasMessage(
            "clouds.yaml: cloud 'acme-alt': auth.passcode: expected a passcode but found none, and"
                + " no terminal: set OS_PASSCODE");
    desk.answer("passcode of ben for cloud 'acme-alt'", "444444");
    assertThat(desk.configs().secondFor(desk.load("acme")).orElseThrow().credentials().passcode())
        .contains("444444");
  }

  @Test
  void methodsMayBeWrittenInSeveralWays() {
    desk.set("OS_PASSCODE", "111111");

    assertThat(load(ANNA + ", auth_methods: 'password, totp'", "auth_type: v3multifactor").method())
        .isEqualTo(Method.MULTIFACTOR);
    assertThat(load(ANNA, "auth_type: v3multifactor", "auth-methods: v3password").method())
        .isEqualTo(Method.PASSWORD);
    assertThat(load(ANNA, "auth_type: v3multifactor", "auth_methods: [v3totp]").method())
        .isEqualTo(Method.TOTP);
  }

  @Test
  void readsAnOpenIdProvider() {
    Credentials client =
        load(
            "client_id: app, client_secret: s3cret, protocol: openid, identity_provider: idp,"
                + " discovery_endpoint: 'https://idp.example/conf', project_id: p",
            "auth_type: v3oidcclientcredentials");

    assertThat(client.secret()).isEqualTo("s3cret");
    assertThat(client.openId().map(OpenId::scope)).contains("openid profile");
    assertThat(client.openId().map(OpenId::tokenType)).contains("access_token");
    assertThat(client.openId().flatMap(OpenId::tokenEndpoint)).isEqualTo(Optional.empty());
    assertThat(client.toString() + client.openId()).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
v3multifactor | user_id: u, password: s3cret | auth_methods: expected v3password and v3totp but found nothing: set it in clouds.yaml
v3multifactor | user_id: u, auth_methods: 'v3password,v3token' | auth_methods: expected v3password and v3totp but found v3password, v3token: set it in clouds.yaml
v3totp | user_id: u | auth.passcode: expected a passcode but found none, and no terminal: set OS_PASSCODE
v3totp | passcode: 1 | auth.username: expected a user's name but found only auth_url, passcode: set auth.username in clouds.yaml
v3oidcpassword | username: anna | auth.password: expected the user's password but found only auth_url, username: set auth.password in clouds.yaml
v3oidcpassword | password: s3cret | auth.username: expected a user's name but found only auth_url, password: set auth.username in clouds.yaml
v3oidcclientcredentials | client_id: x | auth.client_secret: expected the client's secret but found only auth_url, client_id: set auth.client_secret in clouds.yaml
v3oidcclientcredentials | client_secret: s3cret | auth.discovery_endpoint: expected the address of the provider's configuration but found only auth_url, client_secret: set auth.discovery_endpoint in clouds.yaml
v3oidcclientcredentials | client_secret: s3cret, access_token_endpoint: nowhere | auth.access_token_endpoint: expected an http or https URL but found "nowhere": correct it in clouds.yaml
v3oidcclientcredentials | client_secret: s3cret, access_token_endpoint: 'http://i.example' | auth.identity_provider: expected the name that the provider has in the cloud but found only access_token_endpoint, auth_url, client_secret: set auth.identity_provider in clouds.yaml
""")
  void saysWhatIsMissing(String type, String auth, String message) {
    assertThatThrownBy(() -> load(auth, "auth_type: " + type))
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
user_id: u, password: p, passcode: 1, project_id: x | passcode | it goes with auth_type v3multifactor or v3totp
user_id: u, password: p, auth_methods: v3totp | auth_methods | it goes with auth_type v3multifactor
user_id: u, password: p, client_id: x | client_id | a login of kind password does not take it
token: t, user_id: u | user_id | a login of kind token does not take it
application_credential_id: a, application_credential_secret: s, username: anna | username | a login of kind application_credential does not take it
application_credential_id: a, application_credential_secret: s, project_name: x | project_name | a login of kind application_credential does not take it
""")
  void settingOfAnotherLoginGetsALine(String auth, String key, String why) {
    write(auth);

    assertThat(desk.load().further().unused())
        .containsExactly("clouds.yaml: cloud 'acme': auth.%s is not used: %s".formatted(key, why));
  }

  private void write(String auth, String... more) {
    StringBuilder text =
        new StringBuilder("clouds:\n  acme:\n    auth: {auth_url: 'https://a.example', ")
            .append(auth)
            .append("}");
    for (String line : more) {
      text.append("\n    ").append(line);
    }
    desk.write("work/clouds.yaml", text.toString());
  }

  private Credentials load(String auth, String... more) {
    write(auth, more);
    return desk.load().credentials();
  }
}
