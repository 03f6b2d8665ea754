package org.defcore.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.defcore.ServerCertificate;
import org.defcore.http.message.HttpRequest;
import org.defcore.http.message.Recording;
import org.defcore.http.proxy.ProxyRules;
import org.defcore.http.redact.Secrets;
import org.defcore.http.tls.TlsSettings;
import org.defcore.http.tls.TlsSettings.Trust;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsTest {

  private final Recording recording = new Recording();
  private Path dir;
  private HttpsServer local;
  private HttpsServer elsewhere;

  @BeforeAll
  void start(@TempDir Path dir) throws Exception {
    this.dir = dir;
    local = serve(ServerCertificate.of("local"));
    elsewhere = serve(ServerCertificate.of("elsewhere"));
  }

  @AfterAll
  void stop() {
    local.stop(0);
    elsewhere.stop(0);
  }

  @Test
  void refusesACertificateThatNobodyVouchesFor() {
    NoAnswer refused =
        catchThrowableOfType(
            NoAnswer.class, () -> get(local, settings(Optional.empty(), Trust.VERIFIED)));

    assertThat(refused.why()).isEqualTo(NoAnswer.Cause.NOT_TRUSTED);
    assertThat(refused)
        .hasMessageStartingWith(
            "GET %s: expected an answer but found a certificate that is not trusted (", uri(local))
        .hasMessageEndingWith(
            "): set cacert to the file of its authority, or verify: false, in clouds.yaml");
    assertThat(refused.getMessage().lines()).hasSize(1);
  }

  @Test
  void trustsTheAuthoritiesOfAFile() {
    assertThat(get(local, settings(bundle("elsewhere", "local"), Trust.VERIFIED))).isEqualTo(200);
  }

  @Test
  void trustsNobodyButTheAuthoritiesOfAFile() {
    assertThatExceptionOfType(NoAnswer.class)
        .isThrownBy(() -> get(local, settings(bundle("elsewhere"), Trust.VERIFIED)))
        .withMessageContaining("a certificate that is not trusted");
  }

  @Test
  void refusesACertificateThatIsTrustedButExpired() throws Exception {
    HttpsServer expired = serve(ServerCertificate.of("expired"));
    try {
      NoAnswer refused =
          catchThrowableOfType(
              NoAnswer.class, () -> get(expired, settings(bundle("expired"), Trust.VERIFIED)));

      assertThat(refused.why()).isEqualTo(NoAnswer.Cause.NOT_TRUSTED);
      assertThat(refused).hasMessageContaining("a certificate that is not trusted (NotAfter: ");
      assertThat(get(expired, settings(Optional.empty(), Trust.ANY))).isEqualTo(200);
    } finally {
      expired.stop(0);
    }
  }

  @Test
  void refusesATrustedCertificateOfAnotherHost() {
    NoAnswer refused =
        catchThrowableOfType(
            NoAnswer.class, () -> get(elsewhere, settings(bundle("elsewhere"), Trust.VERIFIED)));

    assertThat(refused.why()).isEqualTo(NoAnswer.Cause.NOT_TRUSTED);
  }

  @Test
  void takesAnyCertificateOfAnyHostWhenTold() {
    TransportSettings any = settings(Optional.empty(), Trust.ANY);

    assertThat(get(local, any)).isEqualTo(200);
    assertThat(get(elsewhere, any)).isEqualTo(200);
  }

  @Test
  void saysThatAServerSpeaksNoTls() throws IOException {
    try (RawServer plain =
            RawServer.talking(
                connection -> {
                  connection.send(RawServer.status(400));
                  connection.hold();
                });
        HttpTransport transport =
            new HttpTransport(settings(Optional.empty(), Trust.ANY), new Secrets())) {
      URI uri = URI.create(plain.uri("/").toString().replace("http:", "https:"));

      NoAnswer failed =
          catchThrowableOfType(
              NoAnswer.class,
              () ->
                  transport.send(
                      new HttpRequest("GET", uri, List.of(), Optional.empty()), recording));

      assertThat(failed.why()).isEqualTo(NoAnswer.Cause.BROKEN_OFF);
      assertThat(failed)
          .hasMessageContaining("but found no TLS to agree on (")
          .hasMessageEndingWith("): check that the URL should start with https");
    }
  }

  @Test
  void namesACacertThatIsMissing() {
    Path missing = dir.resolve("missing.pem");

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> transport(settings(Optional.of(missing), Trust.VERIFIED)))
        .withMessage("%s: expected PEM certificates but found no such file: check cacert", missing);
  }

  @Test
  void namesACacertThatHoldsNoCertificate() throws IOException {
    Path empty = Files.writeString(dir.resolve("empty.pem"), "");
    Path prose = Files.writeString(dir.resolve("prose.pem"), "See the wiki.\n");

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> transport(settings(Optional.of(empty), Trust.VERIFIED)))
        .withMessage("%s: expected PEM certificates but found none: check cacert", empty);
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> transport(settings(Optional.of(prose), Trust.VERIFIED)))
        .withMessageStartingWith(prose + ": expected PEM certificates but found ");
  }

  private static void transport(TransportSettings settings) {
    new HttpTransport(settings, new Secrets()).close();
  }

  private int get(HttpsServer server, TransportSettings settings) {
    try (HttpTransport transport = new HttpTransport(settings, new Secrets())) {
      return transport
          .send(new HttpRequest("GET", uri(server), List.of(), Optional.empty()), recording)
          .status();
    }
  }

  private static URI uri(HttpsServer server) {
    return URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/v3");
  }

  private static TransportSettings settings(Optional<Path> cacert, Trust trust) {
    return new TransportSettings(
        Duration.ofSeconds(10),
        Duration.ofSeconds(20),
        Duration.ofSeconds(30),
        1024,
        new TlsSettings(cacert, trust, Optional.empty()),
        ProxyRules.NONE);
  }

  private Optional<Path> bundle(String... names) {
    StringBuilder all = new StringBuilder("Authorities of the test\n");
    try {
      for (String name : names) {
        all.append(Files.readString(ServerCertificate.of(name).pem()));
      }
      Path bundle = dir.resolve("bundle-" + String.join("-", names) + ".pem");
      return Optional.of(Files.writeString(bundle, all));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpsServer serve(ServerCertificate certificate) throws IOException {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    return server;
  }
}
