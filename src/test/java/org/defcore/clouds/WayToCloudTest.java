package org.defcore.clouds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.defcore.http.HttpTransport;
import org.defcore.http.LocalProxy;
import org.defcore.http.LocalServer.Reply;
import org.defcore.http.RawServer;
import org.defcore.http.message.Recording;
import org.defcore.http.proxy.ProxyRules;
import org.defcore.http.redact.Secrets;
import org.defcore.http.tls.ClientCertificate;
import org.defcore.http.tls.TlsSettings;
import org.defcore.result.Deviation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Client certificates and proxies on the way to a cloud. */
class WayToCloudTest {

  private final TinyCloud cloud = new TinyCloud();
  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() {
    desk = new Desk(folder);
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  @Test
  void findsTheClientsCertificateAndKey() {
    Path certificate = desk.write("home/mine.pem", "x");
    Path key = desk.write("work/mine.key", "x");

    assertThat(load("cert: ~/mine.pem", "key: mine.key").transport().tls().client())
        .contains(new ClientCertificate(certificate, key));
    assertThat(load("cert: ~/mine.pem", "verify: false").tls().client())
        .as("one file of both")
        .contains(new ClientCertificate(certificate, certificate));
    assertThat(load("cert: ~/mine.pem", "key: mine.key").further().unused()).isEmpty();
    assertThatThrownBy(() -> load("key: mine.key"))
        .hasMessage(
            "clouds.yaml: cloud 'acme': cert: expected a PEM file beside key but found nothing: set"
                + " it in clouds.yaml");
    assertThatThrownBy(() -> load("cert: ~/mine.pem", "key: gone.key"))
        .hasMessage(
            "clouds.yaml: cloud 'acme': key: expected a readable PEM file but found none at"
                + " gone.key: correct it in clouds.yaml");
  }

  @Test
  void proxyOfTheEnvironmentIsForEveryCloud() {
    desk.set("https_proxy", "http://anna:s3cret-of-anna@p.example:3128")
        .set("NO_PROXY", "b.example");

    ProxyRules rules = load().transport().proxies();

    assertThat(rules.proxy(URI.create("https://acme.example"))).isPresent();
    assertThat(rules.proxy(URI.create("https://b.example"))).isEmpty();
  }

  @Test
  void unusableProxyIsNamedToWhoNeedsIt() {
    assertThat(login(cloud.url(), "socks5://p.example").deviations()).isEmpty();
    assertThatThrownBy(() -> login("https://cloud.example/v3", "socks5://p.example"))
        .isInstanceOf(CloudException.class)
        .hasMessageStartingWith("https_proxy: expected http://HOST:PORT but found a proxy of");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cloud.example", "my_cloud:5000"})
  void useOfAProxyIsADeviation(String host) throws Exception {
    try (LocalProxy proxy = new LocalProxy(cloud.url(), head -> "")) {
      Session session = login("http://" + host + "/v3", "http://anna:s3cret@" + proxy.address());

      assertThat(session.deviations())
          .containsExactly(
              new Deviation("proxy", "requests go through " + proxy.address() + ", by http_proxy"));
      assertThat(proxy.heads()).singleElement().asString().contains("http://" + host + "/v3/");
      assertThat(login(cloud.url(), "http://" + proxy.address()).deviations())
          .as("with all services on this machine")
          .isEmpty();
      assertThat(proxy.heads()).hasSize(1);
    }
  }

  @Test
  void refusalOfAProxyIsNotTheClouds() throws Exception {
    try (LocalProxy proxy = new LocalProxy(cloud.url(), head -> RawServer.status(407))) {
      assertThatThrownBy(() -> login("https://cloud.example/v3", "http://" + proxy.address()))
          .isInstanceOf(CloudException.class)
          .hasMessage(
              "cloud 'acme': POST https://cloud.example/v3/auth/tokens: expected an answer but"
                  + " found 407 to CONNECT from proxy %s: check user and password in https_proxy",
              proxy.address());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"No required SSL certificate was sent", "The SSL certificate error", "x"})
  void pageThatAsksForAClientCertificateIsUnderstood(String title) {
    cloud.on(
        "POST /v3/auth/tokens",
        new Reply(
            400,
            Map.of("Content-Type", "text/html"),
            "<html><head><title>400 " + title + "</title></head></html>"));

    assertThatThrownBy(() -> login(cloud.url(), ""))
        .hasMessageEndingWith(
            title.equals("x")
                ? ": check auth.username and auth.password in clouds.yaml"
                : " asks for another client certificate: set cert and key in clouds.yaml");
  }

  private Session login(String authUrl, String proxy) {
    CloudConfig plain = cloud.config(authUrl, TinyCloud.password("anna"));
    CloudConfig config =
        new CloudConfig(
            plain.name(),
            plain.source(),
            plain.authUrl(),
            plain.credentials(),
            Optional.empty(),
            plain.facing(),
            TlsSettings.USUAL,
            ProxyRules.of(Map.of("http_proxy", proxy, "https_proxy", proxy)),
            Map.of(),
            FurtherSettings.NONE);
    try (HttpTransport transport = new HttpTransport(config.transport(), new Secrets())) {
      return Session.login(config, transport, new Recording());
    }
  }

  private CloudConfig load(String... more) {
    desk.write("work/clouds.yaml", Desk.cloud("acme", more));
    return desk.load();
  }
}
