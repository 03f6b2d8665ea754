package org.defcore.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignSecretsTest {

  private static final String SECRET = "Pl4nted-s3cret";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Request - Headers: {'X-Auth-Token': '%s', 'Accept': 'application/json'}",
        "{\"server\": {\"adminPass\": \"%s\", \"id\": \"1\"}}",
        "Body: {'server': {'adminPass': '%s'}}",
        "Body: {\\\"adminPass\\\": \\\"%s\\\"}",
        "b'{\"auth\": {\"identity\": {\"password\": {\"user\": {\"password\": \"%s\"}}}}}'",
        "curl -H 'X-Auth-Token: %s' http://cloud/v3",
        "X-Subject-Token: %s",
        "Authorization: Basic %s",
        "Set-Cookie: session=%s; path=/",
        "Cookie: a=1; session=%s",
        "Authorization: Bearer %s",
        "OS_PASSWORD=%s",
        "admin_password = %s",
        "openstack --os-password %s server list",
        "client_secret: %s",
        "'x-account-meta-temp-url-key': '%s'",
        "GET /v1/a/c/o?temp_url_sig=%s&temp_url_expires=1",
        "https://anna:%s@cloud.example/v3",
        "{'access': {'token': {'expires': '2026', 'id': '%s'}}}",
        "-----BEGIN RSA PRIVATE KEY-----\n%s\n-----END RSA PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\n%s and no end"
      })
  void secretsAreMaskedByTheirPlace(String text) {
    assertThat(new ForeignSecrets().text(text.replace("%s", SECRET)))
        .doesNotContain(SECRET)
        .contains("[redacted]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gAAAAABlbXw1k2JQzZ0x9mQ7yV3bT5nC8dL4fH6jW1sE0rU",
        "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbm5hIn0.c2lnbmF0dXJl"
      })
  void tokensAreMaskedByTheirForm(String token) {
    assertThat(new ForeignSecrets().text("sent " + token + " again"))
        .isEqualTo("sent [redacted] again");
  }

  @Test
  void whatOneTextShowsIsMaskedInAllOthers() {
    ForeignSecrets secrets = new ForeignSecrets();

    secrets.learn("{'adminPass': '" + SECRET + "'}");

    assertThat(secrets.text("login with " + SECRET + " failed"))
        .isEqualTo("login with [redacted] failed");
  }

  @Test
  void commonWordsStayReadable() {
    ForeignSecrets secrets = new ForeignSecrets();
    String text =
        "test_update_user_password: {'X-Auth-Token': '<omitted>'} expected 200 but got 404";

    secrets.learn("{'password': 'password'} {'token': 'test'} OS_PASSWORD=<omitted>");

    assertThat(secrets.text(text))
        .isEqualTo(
            "test_update_user_password: {'X-Auth-Token': '[redacted]'} expected 200 but got 404");
  }

  @Test
  void longTextsCostTimeThatGrowsWithThem() {
    String text = "token_".repeat(40_000) + "'".repeat(40_000) + "password".repeat(40_000);

    assertThat(new ForeignSecrets().text(text)).isNotEmpty();
  }

  @Test
  void linesAreOneLineOfBoundedLength() {
    assertThat(new ForeignSecrets().line("a\nb\u001b[31m " + "c".repeat(2000)))
        .startsWith("a b [31m")
        .hasSize(601);
  }
}
