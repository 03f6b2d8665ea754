package org.defcore.clouds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.defcore.clouds.TinyCloud.credentials;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.defcore.clouds.Credentials.Method;
import org.defcore.http.HttpTransport;
import org.defcore.http.LocalServer.Reply;
import org.defcore.http.NoAnswer;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.TransportSettings;
import org.defcore.http.message.Recording;
import org.defcore.http.redact.Secrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {

  private final TinyCloud cloud = new TinyCloud();
  private final Recording recording = new Recording();
  private final Secrets secrets = new Secrets();
  private final HttpTransport transport = new HttpTransport(TransportSettings.defaults(), secrets);

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
  void logsInAgainWhenAServiceRefusesItsValidToken() {
    cloud.on(
        "GET /compute/v2.1/servers",
        asked -> Reply.json(asked.token().endsWith("-1") ? 401 : 200, "{\"servers\": []}"));
    Session session = Session.login(cloud.config(), transport, recording);

    session.service("compute", recording).get("/servers").expect(200);
    session.service("compute", recording).get("/servers").expect(200);

    assertThat(session.token()).isEqualTo("token-anna-2");
    assertThat(cloud.seen())
        .extracting(it -> it.line() + " " + it.token())
        .containsExactly(
            "POST /v3/auth/tokens ",
            "GET /compute/v2.1/servers token-anna-1",
            "POST /v3/auth/tokens ",
            "GET /compute/v2.1/servers token-anna-2",
            "GET /compute/v2.1/servers token-anna-2");
  }

  @Test
  void eightThreadsWhoseTokenIsRefusedLogInAgainOnce() throws Exception {
    cloud.on(
        "GET /compute/v2.1/servers",
        asked -> Reply.json(asked.token().endsWith("-1") ? 401 : 200, "{\"servers\": []}"));
    Session session = Session.login(cloud.config(), transport, recording);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Integer>> calls =
          Collections.nCopies(
              32,
              () ->
                  session.service("compute", new Recording()).get("/servers").expect(200).status());
      for (Future<Integer> status : threads.invokeAll(calls)) {
        assertThat(status.get()).isEqualTo(200);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(cloud.lines()).filteredOn(it -> it.startsWith("POST")).hasSize(2);
  }

  @Test
  void refusedTokenStaysTheAnswerIfThereIsNoOther() {
    cloud.on("GET /compute/v2.1/servers", Reply.json(401, "{}"));
    Session session = Session.login(cloud.config(), transport, recording);
    cloud.on("POST /v3/auth/tokens", Reply.json(401, "{}"));
    ServiceEndpoint compute = session.service("compute", recording);

    assertThatThrownBy(() -> compute.get("/servers").expect(200))
        .isInstanceOf(NoAnswer.class)
        .hasMessageContaining("but found 401 (valid token refused)");
  }

  @Test
  void loginWaitsWhereTheRateIsLimited() {
    AtomicInteger logins = new AtomicInteger();
    cloud.on(
        "POST /v3/auth/tokens",
        asked ->
            logins.incrementAndGet() < 3
                ? Reply.json(429, "{}").with("Retry-After", "0")
                : cloud.login(asked));

    assertThat(Session.login(cloud.config(), transport, recording).token()).isNotEmpty();
    assertThat(logins).hasValue(3);
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

  private void login(Credentials credentials, String body) {
    Session.login(cloud.config(cloud.url(), credentials), transport, recording);
    assertThat(cloud.seen().get(cloud.seen().size() - 1).body()).isEqualTo(body.replace('\'', '"'));
  }
}
