package org.defcore.clouds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import org.defcore.http.HttpTransport;
import org.defcore.http.LocalServer.Asked;
import org.defcore.http.LocalServer.Reply;
import org.defcore.http.TransportSettings;
import org.defcore.http.message.Recording;
import org.defcore.http.redact.Secrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logins by way of an OpenID provider that do not work out. */
class OpenIdLoginTest {

  private static final String FEDERATION =
      "POST /v3/OS-FEDERATION/identity_providers/my%20idp/protocols/openid/auth";
  private static final String CLIENT = "client_id: app, client_secret: 's:cr et'";

  private final Secrets secrets = new Secrets();
  private final Recording recording = new Recording();
  private TinyCloud cloud;

  @BeforeEach
  void startCloud() {
    cloud = new TinyCloud();
  }

  @AfterEach
  void stopCloud() {
    cloud.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
POST /token | 401 | {"error": "invalid_client", "error_description": "no such s:cr et"} | POST URL/token: expected a token but found 401 ("invalid_client no such [redacted]"): check auth.client_id, auth.client_secret in clouds.yaml
POST /token | 200 | {"id_token": "x"} | POST URL/token: expected a token but found 200: check auth.client_id, auth.client_secret in clouds.yaml
GET /conf | 404 | {} | GET URL/conf: expected a token endpoint but found none (404): check auth.discovery_endpoint in clouds.yaml
GET /conf | 200 | {"token_endpoint": "mailto:x"} | GET URL/conf: expected a token endpoint but found none (200): check auth.discovery_endpoint in clouds.yaml
FEDERATION | 403 | {"error": {"message": "mapping"}} | POST URL/v3/OS-FEDERATION/identity_providers/my%20idp/protocols/openid/auth: expected a token but found 403 ("mapping"): check auth.identity_provider, auth.protocol in clouds.yaml
POST /v3/auth/tokens | 401 | {} | login refused (401) at URL/v3/auth/tokens: check auth.project_name in clouds.yaml and the user's roles in it
""")
  void saysWhoRefused(String line, int status, String body, String message, @TempDir Path folder) {
    cloud.get("/conf", "{'token_endpoint': '" + cloud.url() + "/token'}");
    cloud.on("POST /token", Reply.json(200, "{\"access_token\": \"a-token\"}"));
    cloud.on(
        FEDERATION.replace("%20", " "), Reply.json(201, "").with("X-Subject-Token", "u-token"));
    cloud.on(line.replace("FEDERATION", FEDERATION.replace("%20", " ")), Reply.json(status, body));
    CloudConfig config =
        config(
            folder,
            "v3oidcclientcredentials",
            CLIENT + ", discovery_endpoint: '" + cloud.url() + "/conf'");

    assertThatThrownBy(() -> login(config))
        .isInstanceOf(CloudException.class)
        .hasMessage("cloud 'acme': " + message.replace("URL", cloud.url()));
  }

  @Test
  void providerThatIsNotThereIsNamed(@TempDir Path folder) {
    CloudConfig config =
        config(
            folder,
            "v3oidcclientcredentials",
            CLIENT + ", discovery_endpoint: 'http://127.0.0.1:9/conf'");

    assertThatThrownBy(() -> login(config))
        .hasMessage(
            "cloud 'acme': GET http://127.0.0.1:9/conf: nothing listens at 127.0.0.1:9: check"
                + " auth.discovery_endpoint in clouds.yaml");
  }

  @Test
  void clientSaysWhoItIs(@TempDir Path folder) {
    cloud.on("POST /token", Reply.json(200, "{\"id_token\": \"an-id\", \"access_token\": \"x\"}"));
    cloud.on(
        FEDERATION.replace("%20", " "), Reply.json(201, "").with("X-Subject-Token", "u-token"));
    String endpoint = ", access_token_endpoint: '" + cloud.url() + "/token'";

    login(config(folder, "v3oidcclientcredentials", CLIENT + endpoint));
    login(
        config(
            folder,
            "v3oidcpassword",
            "client_id: app, username: anna, password: 'p&w', access_token_type: id_token"
                + endpoint));

    assertThat(cloud.seen())
        .filteredOn(it -> it.path().equals("/token"))
        .extracting(it -> it.headers().get("authorization"), Asked::body)
        .containsExactly(
            tuple("Basic YXBwOnM6Y3IgZXQ=", "grant_type=client_credentials&scope=openid%20profile"),
            tuple(
                null,
                "grant_type=password&username=anna&password=p%26w&scope=openid%20profile&client_id=app"));
    assertThat(cloud.seen())
        .filteredOn(it -> it.path().endsWith("/auth"))
        .extracting(it -> it.headers().get("authorization"))
        .containsExactly("Bearer x", "Bearer an-id");
  }

  private Session login(CloudConfig config) {
    try (HttpTransport transport = new HttpTransport(TransportSettings.defaults(), secrets)) {
      return Session.login(config, transport, recording);
    }
  }

  private CloudConfig config(Path folder, String type, String auth) {
    return new Desk(folder).federated(cloud.url(), type, auth).load();
  }
}
