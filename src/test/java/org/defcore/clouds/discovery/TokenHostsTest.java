package org.defcore.clouds.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.clouds.CloudConfig;
import org.defcore.clouds.FurtherSettings;
import org.defcore.clouds.Session;
import org.defcore.clouds.TinyCloud;
import org.defcore.http.HttpTransport;
import org.defcore.http.LocalProxy;
import org.defcore.http.LocalServer.Reply;
import org.defcore.http.message.Recording;
import org.defcore.http.proxy.ProxyRules;
import org.defcore.http.redact.Secrets;
import org.defcore.http.tls.TlsSettings;
import org.defcore.result.Fact;
import org.defcore.result.FactNames;
import org.defcore.service.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hosts that get a token since the catalogue names them. */
class TokenHostsTest {

  private final TinyCloud cloud = new TinyCloud();

  @AfterEach
  void close() {
    cloud.close();
  }

  @Test
  void factNamesServicesOfOtherDomains() throws Exception {
    assertThat(notices("id.acme.example", Map.of()))
        .singleElement()
        .isEqualTo(
            new Fact(
                "notice.token-hosts",
                "The catalogue sends the token to other domains than that of the login,"
                    + " id.acme.example: compute at 127.0.0.1, image at images.other.example.",
                "POST /v3/auth/tokens"));
    assertThat(
            notices(
                "id.acme.example",
                Map.of(
                    "compute", URI.create("http://c.mine.example"),
                    "image", URI.create("http://i.mine.example"))))
        .as("named by the user")
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "other.example,      1",
    "OTHER.Example.,     1",
    "a.b.other.example,  1",
    "another.example,    2",
    "example,            2",
    "my_cloud,           2",
    "192.0.2.7,          2",
  })
  void domainIsTheLastTwoLabels(String login, int elsewhere) throws Exception {
    assertThat(notices(login, Map.of()).get(0).value().split(" at ")).hasSize(elsewhere + 1);
  }

  private List<Fact> notices(String host, Map<String, URI> overrides) throws Exception {
    cloud.on(
        "POST /v3/auth/tokens",
        asked -> {
          Reply usual = cloud.serving("compute image").login(asked);
          return new Reply(
              usual.status(),
              usual.headers(),
              usual.body().replace(cloud.url() + "/image", "http://images.other.example/image"));
        });
    try (LocalProxy proxy = new LocalProxy(cloud.url(), head -> "")) {
      CloudConfig config =
          new CloudConfig(
              "acme",
              "clouds.yaml",
              URI.create("http://" + host + "/v3"),
              TinyCloud.password("anna"),
              Optional.empty(),
              "public",
              TlsSettings.USUAL,
              ProxyRules.of(Map.of("http_proxy", proxy.address())),
              overrides,
              FurtherSettings.NONE);
      try (HttpTransport transport = new HttpTransport(config.transport(), new Secrets())) {
        Session session = Session.login(config, transport, new Recording());
        return Discovery.observe(
                session, EnumSet.of(Service.COMPUTE, Service.IMAGE), new Recording())
            .stream()
            .filter(it -> FactNames.isNotice(it.name()))
            .toList();
      }
    }
  }
}
