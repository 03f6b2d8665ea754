package org.defcore.clouds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.defcore.clouds.CloudException.Kind;
import org.defcore.clouds.Credentials.Method;
import org.defcore.clouds.TinyCloud.Reply;
import org.defcore.http.HttpTransport;
import org.defcore.http.NoAnswer;
import org.defcore.http.NoAnswer.Cause;
import org.defcore.http.Recording;
import org.defcore.http.Secrets;
import org.defcore.http.TransportSettings;
import org.defcore.http.TransportSettings.Trust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {

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
  void logsIn() {
    Session session = Session.login(cloud.config(), transport, recording);

    assertThat(session.token()).isEqualTo("token-anna-1");
    assertThat(session.userId()).isEqualTo("id-of-anna");
    assertThat(session.userName()).isEqualTo("anna");
    assertThat(session.projectId()).isEqualTo("p1");
    assertThat(session.projectName()).isEqualTo("demo");
    assertThat(session.config()).isEqualTo(cloud.config());
    assertThat(cloud.lines()).containsExactly("POST /v3/auth/tokens");
    assertThat(secrets.redact("token-anna-1 s3cret-of-anna"))
        .isEqualTo(Secrets.MASK + " " + Secrets.MASK);
    assertThat(recording.exchanges().toString()).doesNotContain("token-anna-1", "s3cret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/v3", "/v3/", "//"})
  void findsIdentityHoweverItsAddressIsWritten(String end) {
    cloud.on("POST /identity/v3/auth/tokens", cloud::login);
    for (String prefix : List.of("", "/identity")) {
      Credentials anna = TinyCloud.password("anna");
      Session.login(cloud.config(cloud.url() + prefix + end, anna), transport, recording);
    }

    assertThat(cloud.lines())
        .containsExactly("POST /v3/auth/tokens", "POST /identity/v3/auth/tokens");
  }

  @Test
  void sendsEachKindOfCredentials() {
    login(
        credentials(Method.TOKEN, Map.of("projectId", "p1"), "t0ken"),
        "{'auth':{'identity':{'methods':['token'],'token':{'id':'t0ken'}},"
            + "'scope':{'project':{'id':'p1'}}}}");
    login(
        credentials(Method.APPLICATION_CREDENTIAL, Map.of("credentialId", "a1"), "s3cr"),
        "{'auth':{'identity':{'methods':['application_credential'],"
            + "'application_credential':{'secret':'s3cr','id':'a1'}}}}");
    login(
        credentials(
            Method.APPLICATION_CREDENTIAL,
            Map.of("credentialName", "mine", "userName", "anna", "userDomain", "default"),
            "s3cr"),
        "{'auth':{'identity':{'methods':['application_credential'],"
            + "'application_credential':{'secret':'s3cr','name':'mine',"
            + "'user':{'name':'anna','domain':{'id':'default'}}}}}}");
    login(
        credentials(Method.PASSWORD, Map.of("userId", "u1"), "s3cr"),
        "{'auth':{'identity':{'methods':['password'],"
            + "'password':{'user':{'id':'u1','password':'s3cr'}}}}}");
    login(
        TinyCloud.password("anna"),
        "{'auth':{'identity':{'methods':['password'],'password':{'user':{'name':'anna',"
            + "'domain':{'name':'Default'},'password':'s3cret-of-anna'}}},"
            + "'scope':{'project':{'name':'demo','domain':{'id':'default'}}}}}");
  }

  @Test
  void logsInAgainBeforeTheTokenExpires() {
    Ticking clock = new Ticking();
    Session session = Session.login(cloud.config(), transport, recording, clock);

    clock.now = clock.now.plus(Duration.ofMinutes(55)).minusSeconds(1);
    assertThat(session.token()).isEqualTo("token-anna-1");
    clock.now = clock.now.plusSeconds(1);
    assertThat(session.token()).isEqualTo("token-anna-2");
    assertThat(session.token()).isEqualTo("token-anna-2");
  }

  @Test
  void logsInAgainAfterFourFifthsOfAShortLife() {
    cloud.tokensUntil("2030-01-01T00:01:40.000000Z");
    Ticking clock = new Ticking();
    Session session = Session.login(cloud.config(), transport, recording, clock);

    clock.now = clock.now.plusSeconds(79);
    assertThat(session.token()).isEqualTo("token-anna-1");
    clock.now = clock.now.plusSeconds(1);
    assertThat(session.token()).isEqualTo("token-anna-2");
  }

  @Test
  void usesATokenOfAnotherTokenToItsEnd() {
    Credentials token = credentials(Method.TOKEN, Map.of("projectId", "p1"), "t0ken");
    Ticking clock = new Ticking();
    CloudConfig config = cloud.config(cloud.url(), token);
    Session session = Session.login(config, transport, recording, clock);

    clock.now = clock.now.plus(Duration.ofMinutes(59));
    assertThat(session.token()).isEqualTo("token-anna-1");
    clock.now = clock.now.plus(Duration.ofMinutes(1));
    assertThatThrownBy(session::token)
        .hasMessage(
            "cloud 'acme': the token has expired: set a new one as auth.token in clouds.yaml");
    assertThat(cloud.lines()).hasSize(1);
  }

  @Test
  void eightThreadsLogInAgainOnce() throws Exception {
    Ticking clock = new Ticking();
    Session session = Session.login(cloud.config(), transport, recording, clock);
    clock.now = clock.now.plus(Duration.ofMinutes(56));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<String>> calls = Collections.nCopies(64, session::token);
      for (Future<String> token : threads.invokeAll(calls)) {
        assertThat(token.get()).isEqualTo("token-anna-2");
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(cloud.lines()).hasSize(2);
  }

  @Test
  void startsCallsAtAService() {
    cloud.get("/compute/v2.1/servers", "{'servers': []}");
    Session session = Session.login(cloud.config(), transport, recording);

    Recording own = new Recording();
    session.service("compute", own).get("/servers").expect(200);

    assertThat(cloud.seen().get(1).token()).isEqualTo("token-anna-1");
    assertThat(own.exchanges()).hasSize(1);
    assertThatThrownBy(() -> session.service("orchestration", own))
        .hasMessage(
            "cloud 'acme': orchestration: expected an endpoint (public) but found none; types there"
                + " are: compute, dns, image, network, object-store, volumev3; regions: One:"
                + " check region_name and interface in clouds.yaml");
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
            Trust.VERIFIED,
            Optional.empty(),
            Map.of());

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
    "expires_at, expires, times in token.issued_at and token.expires_at but found others",
    "2030-01-01T01, 2029-01-01T01, token.expires_at after token.issued_at but found it before",
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

  @Test
  void saysThatAHostIsNotKnown() {
    CloudConfig config = cloud.config("http://nowhere.invalid:5000/v3", TinyCloud.password("anna"));

    assertThatThrownBy(() -> Session.login(config, transport, recording))
        .hasMessage(
            "cloud 'acme': POST http://nowhere.invalid:5000/v3/auth/tokens: host nowhere.invalid is"
                + " not known: check auth.auth_url in clouds.yaml");
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

  private void login(Credentials credentials, String body) {
    Session.login(cloud.config(cloud.url(), credentials), transport, recording);
    assertThat(cloud.seen().get(cloud.seen().size() - 1).body()).isEqualTo(body.replace('\'', '"'));
  }

  private static Credentials credentials(Method method, Map<String, String> parts, String secret) {
    return new Credentials(
        method,
        Optional.ofNullable(parts.get("userId")),
        Optional.ofNullable(parts.get("userName")),
        Optional.ofNullable(parts.get("userDomain")),
        Optional.empty(),
        Optional.ofNullable(parts.get("projectId")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(parts.get("credentialId")),
        Optional.ofNullable(parts.get("credentialName")),
        secret);
  }

  private HttpTransport transport(Duration response) {
    TransportSettings usual = TransportSettings.defaults();
    return new HttpTransport(
        new TransportSettings(
            usual.connect(),
            response,
            usual.exchange(),
            usual.bodyLimit(),
            Optional.empty(),
            Trust.VERIFIED),
        secrets);
  }

  private static final class Ticking extends Clock {

    private volatile Instant now = Instant.parse("2031-05-05T00:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
