package org.defcore.clouds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.defcore.clouds.TinyCloud.credentials;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.defcore.clouds.CloudException.Kind;
import org.defcore.clouds.Credentials.Method;
import org.defcore.http.HttpTransport;
import org.defcore.http.LocalServer.Reply;
import org.defcore.http.NoAnswer;
import org.defcore.http.NoAnswer.Cause;
import org.defcore.http.TransportSettings;
import org.defcore.http.message.Recording;
import org.defcore.http.proxy.ProxyRules;
import org.defcore.http.redact.Secrets;
import org.defcore.http.tls.TlsSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins that do not work out, and what is said about them. */
class LoginProblemTest {

  private final TinyCloud cloud = new TinyCloud();
  private final Recording recording = new Recording();
  private final Secrets secrets = new Secrets();
  private final HttpTransport transport = transport(Duration.ofSeconds(5));

  @AfterEach
  void close() {
    transport.close();
    cloud.close();
  }

  @Test
  void saysWhichCredentialsWereRefused() {
    cloud.on("POST /v3/auth/tokens", Reply.json(401, "{}"));
    String url = cloud.url() + "/v3/auth/tokens";

    assertThat(refusal(TinyCloud.password("anna")))
        .hasMessage(
            "cloud 'acme': login refused (401) at "
                + url
                + ": check auth.username and auth.password in clouds.yaml");
    assertThat(refusal(credentials(Method.PASSWORD, Map.of("userId", "u"), "s3cr")))
        .hasMessageEndingWith("check auth.user_id and auth.password in clouds.yaml");
    assertThat(refusal(credentials(Method.TOKEN, Map.of(), "s3cr")))
        .hasMessageEndingWith("check auth.token in clouds.yaml, it may have expired");
    assertThat(
            refusal(credentials(Method.APPLICATION_CREDENTIAL, Map.of("credentialId", "a"), "s3")))
        .hasMessageEndingWith(
            "check auth.application_credential_id and auth.application_credential_secret in"
                + " clouds.yaml");
  }

  @Test
  void saysWhichMethodALoginLacks() {
    cloud.on(
        "POST /v3/auth/tokens",
        Reply.json(
                401,
                "{\"receipt\": {\"methods\": [\"password\"]}, \"required_auth_methods\":"
                    + " [[\"totp\", \"password\"], [\"mapped\"], [\"password\", \"sms\", \"key\"]]}")
            .with("Openstack-Auth-Receipt", "gAAA"));

    assertThat(refusal(TinyCloud.password("anna")))
        .hasMessage(
            "cloud 'acme': login needs another method (401) at "
                + cloud.url()
                + "/v3/auth/tokens: expected totp or key and sms as well but found password alone:"
                + " use auth_type v3multifactor, an application credential, or a token of a complete login");
  }

  @Test
  void namesVariablesWhereTheCloudComesFromThem() {
    cloud.on("POST /v3/auth/tokens", Reply.json(401, "{}"));
    CloudConfig config = cloud.config();
    CloudConfig fromVariables =
        new CloudConfig(
            "envvars",
            "environment",
            config.authUrl(),
            config.credentials(),
            Optional.empty(),
            "public",
            TlsSettings.USUAL,
            ProxyRules.NONE,
            Map.of(),
            FurtherSettings.NONE);

    assertThatThrownBy(() -> Session.login(fromVariables, transport, recording))
        .hasMessageStartingWith("cloud 'envvars': login refused (401) at ")
        .hasMessageEndingWith(": check OS_USERNAME and OS_PASSWORD");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
403 | {"error": {"message": "The account\\nis locked\\nfor s3cret-of-anna"}} | login refused (403) at URL ("The account is locked for [redacted]"): check auth.username and auth.password in clouds.yaml
400 | {} | login refused (400) at URL: check auth.username and auth.password in clouds.yaml
300 | {"versions": {}} | POST URL: expected 201 but found 300: check that auth.auth_url in clouds.yaml is an identity v3 endpoint
404 | <html>nothing</html> | POST URL: expected 201 but found 404: check that auth.auth_url in clouds.yaml is an identity v3 endpoint
500 | {"error": {"message": "oops"}} | POST URL: expected 201 but found 500 ("oops"): the identity service is failing; try later, or tell the operator
503 | '' | POST URL: expected 201 but found 503: the identity service is failing; try later, or tell the operator
200 | '' | POST URL: expected a JSON object with a token but found an empty body: check that auth.auth_url in clouds.yaml is an identity v3 endpoint
201 | {"token": {"user" | POST URL: expected a JSON object with a token but found JSON that is cut short or something else: check that auth.auth_url in clouds.yaml is an identity v3 endpoint
201 | [] | POST URL: expected a JSON object with a token but found JSON that is cut short or something else: check that auth.auth_url in clouds.yaml is an identity v3 endpoint
201 | {"token": {}} | POST URL: expected a header X-Subject-Token but found none: check that auth.auth_url in clouds.yaml is an identity v3 endpoint
""")
  void saysWhatIsWrongWithAnAnswer(int status, String body, String message) {
    cloud.on("POST /v3/auth/tokens", Reply.json(status, body));

    assertThat(refusal(TinyCloud.password("anna")))
        .hasMessage("cloud 'acme': " + message.replace("URL", cloud.url() + "/v3/auth/tokens"));
  }

  @Test
  void recognizesAWebPage() {
    cloud.on(
        "POST /v3/auth/tokens",
        new Reply(200, Map.of("Content-Type", "text/html; charset=utf-8"), "<html>Welcome</html>"));

    assertThat(refusal(TinyCloud.password("anna")))
        .hasMessageContaining(
            "expected a JSON object with a token but found a body of type text/html:");
  }

  @ParameterizedTest
  @CsvSource({
    "expires_at, expires, a time with a zone in token.expires_at but found none: have the operator",
    "2030-01-01T01, soon-T01, a time with a zone in token.expires_at but found \"soon-T01",
    "2030-01-01T01, 2029-01-01T01, 'token.expires_at after token.issued_at, 20'",
    "id-of-anna, '', token.user.id but found none",
  })
  void missesWhatATokenNeeds(String right, String wrong, String message) {
    cloud.on(
        "POST /v3/auth/tokens",
        seen -> {
          Reply good = cloud.login(seen);
          return Reply.json(201, good.body().replace(right, wrong))
              .with("X-Subject-Token", "token-x");
        });

    assertThat(refusal(TinyCloud.password("anna"))).hasMessageContaining("expected " + message);
  }

  @Test
  void asksForAProject() {
    cloud.on(
        "POST /v3/auth/tokens",
        Reply.json(201, "{\"token\": {\"user\": {\"id\": \"u\"}}}")
            .with("X-Subject-Token", "toke"));

    CloudException refusal = refusal(credentials(Method.PASSWORD, Map.of("userId", "u"), "s3cr"));

    assertThat(refusal)
        .hasMessage(
            "cloud 'acme': POST %s/v3/auth/tokens: expected a token for a project but found one for"
                    .formatted(cloud.url())
                + " none: set auth.project_name in clouds.yaml");
    assertThat(refusal.kind()).isEqualTo(Kind.CONFIGURATION);
  }

  @Test
  void refusesAnEmptyCatalogue() {
    cloud.serving("");

    assertThat(refusal(TinyCloud.password("anna")))
        .hasMessage(
            "cloud 'acme': catalogue: expected services but found none for project p1:"
                + " have the operator add endpoints");
  }

  @Test
  void saysThatNothingListens() {
    CloudConfig config = cloud.config();
    cloud.close();

    assertThatThrownBy(() -> Session.login(config, transport, recording))
        .isInstanceOfSatisfying(
            CloudException.class, it -> assertThat(it.kind()).isEqualTo(Kind.CLOUD))
        .hasMessage(
            "cloud 'acme': POST %s/v3/auth/tokens: nothing listens at %s: check auth.auth_url in"
                    .formatted(cloud.url(), cloud.url().substring("http://".length()))
                + " clouds.yaml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere.invalid", "no_where.invalid"})
  void saysThatAHostIsNotKnown(String host) {
    CloudConfig config = cloud.config("http://" + host + ":5000/v3", TinyCloud.password("anna"));

    assertThatThrownBy(() -> Session.login(config, transport, recording))
        .hasMessage(
            "cloud 'acme': POST http://%s:5000/v3/auth/tokens: host %s is not known: check"
                + " auth.auth_url in clouds.yaml",
            host, host);
  }

  @Test
  @Timeout(10)
  void givesUpOnAServerThatNeverAnswers() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        HttpTransport hasty = transport(Duration.ofMillis(200))) {
      String url = "http://127.0.0.1:" + silent.getLocalPort();

      assertThatThrownBy(
              () -> Session.login(cloud.config(url, TinyCloud.password("anna")), hasty, recording))
          .hasMessageContaining("no answer from 127.0.0.1:" + silent.getLocalPort() + " in time:");
    }
  }

  @Test
  void saysThatAConnectionBrokeOff() throws Exception {
    try (ServerSocket rude = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread closer =
          new Thread(
              () -> {
                while (!rude.isClosed()) {
                  try {
                    rude.accept().close();
                  } catch (IOException e) {
                    return;
                  }
                }
              });
      closer.start();
      String url = "http://127.0.0.1:" + rude.getLocalPort();

      assertThatThrownBy(
              () ->
                  Session.login(
                      cloud.config(url, TinyCloud.password("anna")), transport, recording))
          .isInstanceOf(CloudException.class)
          .hasMessageContaining("broke off before it answered: check auth.auth_url in clouds.yaml");
    }
  }

  @Test
  void saysHowToTrustACertificate() {
    LoginProblem problem =
        new LoginProblem(cloud.config(), URI.create("https://a.example/v3/auth/tokens"));

    assertThat(problem.noAnswer(new NoAnswer(Cause.NOT_TRUSTED, "not trusted", new IOException())))
        .hasMessage(
            "cloud 'acme': POST https://a.example/v3/auth/tokens: the certificate of a.example is"
                + " not trusted: set cacert to a file with its authority in clouds.yaml, or verify:"
                + " false, which is reported as a deviation");
  }

  private CloudException refusal(Credentials credentials) {
    CloudException refusal =
        catchThrowableOfType(
            CloudException.class,
            () -> Session.login(cloud.config(cloud.url(), credentials), transport, recording));
    assertThat(refusal).as("refusal").isNotNull();
    assertThat(refusal.getMessage()).doesNotContain(credentials.secret(), "\n");
    return refusal;
  }

  private HttpTransport transport(Duration response) {
    TransportSettings usual = TransportSettings.defaults();
    return new HttpTransport(
        new TransportSettings(
            usual.connect(),
            response,
            usual.exchange(),
            usual.bodyLimit(),
            TlsSettings.USUAL,
            ProxyRules.NONE),
        secrets);
  }
}
