package org.defcore.clouds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import org.defcore.http.HttpTransport;
import org.defcore.http.LocalServer.Asked;
import org.defcore.http.LocalServer.Reply;
import org.defcore.http.TransportSettings;
import org.defcore.http.message.Recording;
import org.defcore.http.redact.Secrets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Logins by way of a real OpenID provider, to a cloud that asks it about its tokens. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenIdProviderTest {

  private static final String FEDERATION =
      "POST /v3/OS-FEDERATION/identity_providers/my%20idp/protocols/openid/auth";
  private static final String CLIENT = "client_id: app, client_secret: 's:cr et'";

  private final MockOAuth2Server provider =
      new MockOAuth2Server(OAuth2Config.Companion.fromJson("{\"httpServer\": \"NettyWrapper\"}"));
  private final List<String> known = new CopyOnWriteArrayList<>();
  private final Recording recording = new Recording();
  private final HttpTransport transport =
      new HttpTransport(TransportSettings.defaults(), new Secrets());
  private TinyCloud cloud;

  @BeforeAll
  void startProvider() throws IOException {
    provider.start();
  }

  @AfterAll
  void stopProvider() throws IOException {
    transport.close();
    provider.shutdown();
  }

  @BeforeEach
  void startCloud() {
    known.clear();
    cloud = new TinyCloud();
    cloud.on(FEDERATION.replace("%20", " "), this::federated);
  }

  @AfterEach
  void stopCloud() {
    cloud.close();
  }

  @Test
  void clientLogsIn(@TempDir Path folder) throws Exception {
    CloudConfig config =
        config(
            folder,
            "v3oidcclientcredentials",
            CLIENT + ", discovery_endpoint: '" + wellKnown() + "'");

    assertThat(login(config).token()).isEqualTo("token-anna-1");

    assertThat(known).singleElement().asString().contains("\"sub\" : \"app\"");
    assertThat(cloud.lines()).containsExactly(FEDERATION, "POST /v3/auth/tokens");
    assertThat(cloud.seen().get(1).body())
        .isEqualTo(
            "{'auth':{'identity':{'methods':['token'],'token':{'id':'unscoped-token'}},"
                    .replace('\'', '"')
                + "'scope':{'project':{'id':'p1'}}}}".replace('\'', '"'));
    assertThat(config.further().unused()).isEmpty();
    assertThat(recording.exchanges()).hasSize(4);
    assertThat(recording.exchanges().toString())
        .doesNotContain("s:cr", "s%3Acr", "YXBwOnM6", "eyJ", "unscoped-token");
  }

  @Test
  void userLogsIn(@TempDir Path folder) throws Exception {
    CloudConfig config =
        config(
            folder,
            "v3oidcpassword",
            CLIENT
                + ", username: anna, password: 'p&w=d', openid_scope: openid,"
                + " access_token_endpoint: '"
                + provider.tokenEndpointUrl("acme")
                + "'");

    assertThat(login(config).token()).isEqualTo("token-anna-1");

    assertThat(known).singleElement().asString().contains("\"sub\" : \"anna\"");
    assertThat(config.further().unused()).isEmpty();
    assertThat(recording.exchanges().toString()).doesNotContain("p%26w", "p&w=d");
  }

  @Test
  void loginIsRepeatedBeforeTheTokenExpires(@TempDir Path folder) throws Exception {
    CloudConfig config =
        config(
            folder,
            "v3oidcclientcredentials",
            CLIENT + ", discovery_endpoint: '" + wellKnown() + "'");
    Session session = login(config);

    assertThat(session.inPlaceOf(session.token())).contains("token-anna-2");

    assertThat(cloud.lines()).hasSize(4);
    assertThat(known).hasSize(2);
  }

  private Session login(CloudConfig config) {
    return Session.login(config, transport, recording);
  }

  private String wellKnown() {
    return provider.wellKnownUrl("acme").toString();
  }

  private CloudConfig config(Path folder, String type, String auth) {
    return new Desk(folder).federated(cloud.url(), type, auth).load();
  }

  /** The cloud takes a token if the provider knows whose it is. */
  private Reply federated(Asked request) {
    try {
      HttpURLConnection asking =
          (HttpURLConnection)
              URI.create(provider.userInfoUrl("acme").toString()).toURL().openConnection();
      asking.setRequestProperty(
          "Authorization", request.headers().getOrDefault("authorization", ""));
      if (asking.getResponseCode() == 200) {
        known.add(new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      }
      return asking.getResponseCode() == 200
          ? Reply.json(201, "{\"token\": {}}").with("X-Subject-Token", "unscoped-token")
          : Reply.json(401, "{}");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
