package org.defcore.simcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.simcloud.identity.Totp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logins by passcode; secret, times and passcodes are those of appendix B of RFC 6238. */
final class PasscodesTest {

  private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  private static final long IN_2005 = 1111111111L;
  private static final String PASSCODE = "050471";
  private static final String PREVIOUS = "081804";
  private static final String LOGIN = "/identity/v3/auth/tokens";
  private static final String RECEIPT = "Openstack-Auth-Receipt";

  private final AtomicLong now = new AtomicLong(IN_2005);
  private final InstantSource seconds = () -> Instant.ofEpochSecond(now.get());
  private final Clock clock = seconds.withZone(ZoneOffset.UTC);
  private final SimulatedCloud cloud =
      SimulatedCloud.start(
          SimulatedCloudOptions.usual()
              .withPassword("secret")
              .withClock(clock)
              .withTotp(Totp.parse(SECRET)));
  private final Client client = new Client(cloud);

  @AfterEach
  void close() {
    cloud.close();
  }

  @Test
  void passcodeIsGoodInItsHalfMinuteAndTheNext() throws Exception {
    Map<Long, String> passcodes =
        Map.of(
            59L, "287082",
            1111111109L, "081804",
            1111111111L, "050471",
            1234567890L, "005924",
            2000000000L, "279037",
            20000000000L, "353130");
    for (long time : passcodes.keySet()) {
      long begin = time / 30 * 30;
      String proof = passcode("demo-alt", passcodes.get(time));

      assertThat(statusAt(begin - 1, proof)).as("before %d", begin).isEqualTo(401);
      assertThat(statusAt(begin, proof)).as("from %d", begin).isEqualTo(201);
      assertThat(statusAt(begin + 59, proof)).as("the same once more").isEqualTo(201);
      assertThat(statusAt(begin + 60, proof)).as("after %d", begin + 59).isEqualTo(401);
    }
  }

  @Test
  void otherPasscodesAreRefused() throws Exception {
    for (String wrong : new String[] {"050472", "50471", "", "050471 ", "7081804"}) {
      HttpResponse<byte[]> refused = login(passcode("demo-alt", wrong));

      assertThat(refused.statusCode()).as(wrong).isEqualTo(401);
      assertThat(refused.headers().map()).as(wrong).doesNotContainKey(RECEIPT);
      assertThat(Client.body(refused).at("/error/title").asText()).isEqualTo("Unauthorized");
    }
    assertThat(statusAt(59, passcode("demo-alt", "287082").replace("'287082'", "287082")))
        .as("a number")
        .isEqualTo(401);
  }

  @Test
  void everyMethodHasToBeProvenAndByOneUser() throws Exception {
    String password = password("demo", "secret");

    JsonNode token = Client.body(login(password, passcode("demo", PREVIOUS))).path("token");

    assertThat(token.path("methods").toString()).isEqualTo("[\"password\",\"totp\"]");
    for (HttpResponse<byte[]> refused :
        List.of(
            login(password("demo", "wrong"), passcode("demo", PASSCODE)),
            login(password, passcode("demo", "000000")),
            login(password, passcode("demo-alt", PASSCODE)))) {
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.headers().map()).doesNotContainKey(RECEIPT);
    }
    assertThat(login(password, "'totp': 1").statusCode()).isEqualTo(400);
  }

  @Test
  void receiptTellsWhatAPasswordAloneLacksAndCompletesTheLogin() throws Exception {
    HttpResponse<byte[]> half = login(password("demo", "secret"));

    assertThat(half.statusCode()).isEqualTo(401);
    String receipt = half.headers().firstValue(RECEIPT).orElseThrow();
    JsonNode told = Client.body(half);
    assertThat(told.path("required_auth_methods").toString())
        .isEqualTo("[[\"password\",\"totp\"]]");
    assertThat(told.path("receipt"))
        .hasToString(
            ("{'methods':['password'],'user':{'id':'%s','name':'demo','domain':{'id':'default',"
                    + "'name':'Default'}},'expires_at':'2005-03-18T02:03:31.000000Z',"
                    + "'issued_at':'2005-03-18T01:58:31.000000Z'}")
                .replace('\'', '"')
                .formatted(told.at("/receipt/user/id").asText()));
    assertThat(told.at("/receipt/user/id").asText()).matches("[0-9a-f]{32}");
    assertThat(complete("forged", passcode("demo", PASSCODE)).statusCode()).isEqualTo(401);
    assertThat(complete(receipt, passcode("demo-alt", PASSCODE)).statusCode()).isEqualTo(401);
    assertThat(Client.body(complete(receipt, passcode("demo", PASSCODE))).at("/token/methods"))
        .hasToString("[\"totp\",\"password\"]");
  }

  @Test
  void receiptIsGoodForFiveMinutes() throws Exception {
    assertThat(completedAfter(299)).isEqualTo(201);
    assertThat(completedAfter(300)).isEqualTo(401);
  }

  private int completedAfter(long seconds) throws Exception {
    now.set(IN_2005 - seconds);
    HttpResponse<byte[]> half = login(password("demo", "secret"));
    now.set(IN_2005);
    return complete(half.headers().firstValue(RECEIPT).orElseThrow(), passcode("demo", PASSCODE))
        .statusCode();
  }

  @Test
  void whatFollowsFromACompleteLoginNeedsNoPasscode() throws Exception {
    HttpResponse<byte[]> login = login(password("demo", "secret"), passcode("demo", PASSCODE));
    String token = login.headers().firstValue("X-Subject-Token").orElseThrow();
    String user = "/identity/v3/users/" + Client.body(login).at("/token/user/id").asText();

    assertThat(login("'token': {'id': '" + token + "'}").statusCode()).isEqualTo(201);
    JsonNode made =
        Client.body(
                client.json(
                    "POST",
                    user + "/application_credentials",
                    token,
                    "{\"application_credential\": {\"name\": \"a\"}}"))
            .path("application_credential");
    assertThat(
            login(
                "'application_credential': {'id': '%s', 'secret': '%s'}"
                    .formatted(made.path("id").asText(), made.path("secret").asText())))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(201);
    assertThat(Client.body(client.send("GET", user, token)).at("/user/options"))
        .hasToString(
            "{\"multi_factor_auth_rules\":[[\"password\",\"totp\"],[\"application_credential\"]]}");
  }

  @ParameterizedTest
  @CsvSource({"GEZDGNBVGY3TQOJQ", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ1", "''"})
  void refusesASecretThatIsNone(String secret) {
    assertThatThrownBy(() -> Totp.parse(secret))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a secret of 26 or more characters A-Z and 2-7 but found another");
  }

  private int statusAt(long time, String proofs) throws Exception {
    now.set(time);
    return login(proofs).statusCode();
  }

  private HttpResponse<byte[]> login(String... proofs) throws Exception {
    return complete("", proofs);
  }

  /** Proofs in apostrophes, with their methods; no receipt if that is empty. */
  private HttpResponse<byte[]> complete(String receipt, String... proofs) throws Exception {
    String methods =
        Stream.of(proofs).map(it -> it.split(":", 2)[0]).collect(Collectors.joining(","));
    String body =
        "{'auth': {'identity': {'methods': [%s], %s}}}"
            .formatted(methods, String.join(",", proofs))
            .replace('\'', '"');
    Map<String, String> json = Map.of("Content-Type", "application/json");
    return client.send(
        "POST",
        LOGIN,
        receipt.isEmpty() ? json : Map.of("Content-Type", "application/json", RECEIPT, receipt),
        BodyPublishers.ofString(body));
  }

  private static String password(String user, String password) {
    return "'password': " + user(user, "password", password);
  }

  private static String passcode(String user, String passcode) {
    return "'totp': " + user(user, "passcode", passcode);
  }

  private static String user(String name, String key, String proof) {
    return "{'user': {'name': '%s', 'domain': {'id': 'default'}, '%s': '%s'}}"
        .formatted(name, key, proof);
  }
}
