package org.defcore.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.defcore.http.Requests.get;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.defcore.ServerCertificate;
import org.defcore.http.LocalServer.Reply;
import org.defcore.http.NoAnswer.Cause;
import org.defcore.http.message.Exchange;
import org.defcore.http.message.HttpResponse;
import org.defcore.http.message.Recording;
import org.defcore.http.proxy.ProxyRules;
import org.defcore.http.redact.Secrets;
import org.defcore.http.tls.TlsSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests through proxies, and failures of these. */
@Timeout(60)
class ProxiesTest {

  private static final URI PLAIN = URI.create("http://cloud.example:5000/v3?a=b");
  private static final URI SECURE = URI.create("https://elsewhere.example/v3");

  private final List<AutoCloseable> open = new ArrayList<>();
  private final Recording recording = new Recording();
  private final Secrets secrets = new Secrets();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable it : open) {
      it.close();
    }
  }

  @Test
  void asksAProxyForAnAddress() throws IOException {
    LocalServer server = keep(new LocalServer(asked -> Reply.json(200, "{}")));
    LocalProxy proxy = keep(new LocalProxy(server.url(), head -> ""));

    HttpResponse answer = send(PLAIN, proxy, "anna:pass-w%C3%B6rd@");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(server.asked().get(0).path()).isEqualTo("/v3");
    assertThat(proxy.heads())
        .singleElement()
        .asString()
        .startsWith("GET http://cloud.example:5000/v3?a=b HTTP/1.1\r\n")
        .contains("Host: cloud.example:5000\r\n")
        .contains("Proxy-Authorization: Basic YW5uYTpwYXNzLXfDtnJk\r\n");
    Exchange told = recording.exchanges().get(0);
    assertThat(told.uri()).isEqualTo(PLAIN.toString());
    assertThat(told.requestHeaders()).noneMatch(it -> it.name().startsWith("Proxy"));
    assertThat(secrets.redact("pass-wörd YW5uYTpwYXNzLXfDtnJk"))
        .isEqualTo(Secrets.MASK + " " + Secrets.MASK);
  }

  @Test
  void tunnelsThroughAProxyAndChecksTheServersCertificate() throws Exception {
    TlsServer server = keep(new TlsServer(ServerCertificate.of("elsewhere").context()));
    LocalProxy proxy = keep(new LocalProxy(server.url(), head -> ""));

    assertThat(send(SECURE, proxy, "anna:pw@").status()).isEqualTo(200);

    assertThat(proxy.heads())
        .singleElement()
        .asString()
        .startsWith("CONNECT elsewhere.example:443 HTTP/1.1\r\n")
        .contains("Proxy-Authorization: Basic YW5uYTpwdw==\r\n");
    assertThat(server.heads())
        .singleElement()
        .asString()
        .startsWith("GET /v3 HTTP/1.1\r\n")
        .doesNotContainIgnoringCase("proxy-");
    NoAnswer untrusted =
        catchThrowableOfType(
            NoAnswer.class, () -> send(URI.create("https://cloud.example/v3"), proxy, ""));
    assertThat(untrusted.why()).isEqualTo(Cause.NOT_TRUSTED);
  }

  @Test
  void asksThisMachineWithoutTheProxy() throws IOException {
    LocalServer server = keep(new LocalServer(asked -> Reply.json(200, "{}")));
    LocalProxy proxy = keep(new LocalProxy(server.url(), head -> ""));

    assertThat(send(URI.create(server.url() + "/v3"), proxy, "").status()).isEqualTo(200);

    assertThat(proxy.heads()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "407, check user and password in VARIABLE",
    "403, 'have the proxy let it through, or name the host in no_proxy'",
  })
  void refusalOfATunnelIsTheProxys(int status, String advice) throws IOException {
    LocalProxy proxy = refusing(head -> RawServer.status(status, "Proxy-Authenticate: Basic"));

    NoAnswer refused = failure(SECURE, proxy);

    assertThat(refused)
        .hasMessage(
            "GET %s: expected an answer but found %d to CONNECT from proxy %s: %s",
            SECURE, status, proxy.address(), advice.replace("VARIABLE", "https_proxy"));
    assertThat(proxy.heads()).hasSize(1);
    assertThat(recording.exchanges()).extracting(Exchange::status).containsExactly(0);
  }

  @Test
  void passingRefusalOfATunnelIsAskedAgain() throws Exception {
    TlsServer server = keep(new TlsServer(ServerCertificate.of("elsewhere").context()));
    List<String> asked = new ArrayList<>();
    LocalProxy proxy =
        keep(
            new LocalProxy(
                server.url(),
                head -> {
                  asked.add(head);
                  return asked.size() == 1 ? RawServer.status(503) : "";
                }));

    assertThat(send(SECURE, proxy, "").status()).isEqualTo(200);

    assertThat(recording.exchanges()).extracting(Exchange::status).containsExactly(0, 200);
  }

  @Test
  void refusalWithoutATunnelIsTheProxysIfItSaysSo() throws IOException {
    LocalProxy closed = refusing(head -> RawServer.status(407, "Proxy-Authenticate: Basic"));
    LocalProxy squid = refusing(head -> RawServer.status(503, "X-Squid-Error: ERR_DNS_FAIL 0"));

    assertThat(failure(PLAIN, closed))
        .hasMessageContaining("found 407 to GET from proxy " + closed.address())
        .hasMessageEndingWith(": check user and password in http_proxy");
    assertThat(failure(PLAIN, squid))
        .hasMessageContaining("found 503 to GET from proxy " + squid.address())
        .hasMessageEndingWith(": see whether the proxy reaches the host");
  }

  @Test
  void proxyThatIsNotThereIsNamed() throws IOException {
    LocalProxy gone = refusing(head -> "");
    gone.close();
    LocalProxy silent = refusing(head -> "\r\n");

    assertThat(failure(PLAIN, gone))
        .hasMessage(
            "GET http://cloud.example:5000/v3: expected an answer but found a refused connection at"
                + " proxy %s: check the proxy and http_proxy",
            gone.address());
    assertThat(failure(SECURE, silent))
        .hasMessageContaining(
            " at proxy " + silent.address() + ": check the proxy and https_proxy");
  }

  private LocalProxy refusing(Function<String, String> refusal) throws IOException {
    return keep(new LocalProxy("http://127.0.0.1:9", refusal));
  }

  private NoAnswer failure(URI uri, LocalProxy proxy) {
    NoAnswer failure = catchThrowableOfType(NoAnswer.class, () -> send(uri, proxy, "anna:pw@"));
    assertThat(failure).as("failure").isNotNull();
    assertThat(failure.why()).isEqualTo(Cause.PROXY);
    return failure;
  }

  private HttpResponse send(URI uri, LocalProxy proxy, String user) {
    String url = "http://" + user + proxy.address();
    TransportSettings settings =
        Requests.settings()
            .with(
                new TlsSettings(
                    Optional.of(certificate()), TlsSettings.Trust.VERIFIED, Optional.empty()),
                ProxyRules.of(Map.of("http_proxy", url, "https_proxy", url)));
    try (HttpTransport transport = new HttpTransport(settings, secrets)) {
      return transport.send(get(uri), recording);
    }
  }

  private static Path certificate() {
    return Path.of("src/test/resources/tls/elsewhere.pem");
  }

  private <T extends AutoCloseable> T keep(T closeable) {
    open.add(closeable);
    return closeable;
  }
}
