package org.defcore.simcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.defcore.simcloud.pace.HandClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Containers and objects as a client of the simulated cloud sees them, on a clock of its own. */
final class ObjectsTest {

  private static final Map<String, String> IN_FIVE_SECONDS = Map.of("X-Delete-After", "5");
  private static final String NOW = "1769860800";

  @RegisterExtension final SteppedCloud stepped = SteppedCloud.atOnce();

  private final HandClock clock = stepped.clock();
  private final SimulatedCloud cloud = stepped.cloud();
  private final Client client = new Client(cloud);
  private String account = "";

  @BeforeEach
  void createContainer() throws Exception {
    account =
        "/object-store/v1/AUTH_"
            + Client.body(client.login("demo", "secret")).at("/token/project/id").asText();
    assertThat(status("PUT", "/box")).isEqualTo(201);
  }

  @Test
  void containerIsThereOnceHoweverOftenItIsMade() throws Exception {
    assertThat(status("PUT", "/box")).isEqualTo(202);
    assertThat(Client.text(send("GET", ""))).isEqualTo("box\n");
    assertThat(cloud.resources()).containsExactly("container box");
  }

  @Test
  void objectComesBackWithTheHeadersOfTheRealStore() throws Exception {
    put("/box/a/thing.txt", "data", Map.of("X-Object-Meta-Colour", "red"));

    HttpResponse<byte[]> got = send("GET", "/box/a/thing.txt");

    assertThat(Client.text(got)).isEqualTo("data");
    assertThat(header(got, "X-Object-Meta-Colour")).contains("red");
    assertThat(header(got, "Content-Type")).contains("text/plain");
    assertThat(header(got, "Etag")).contains("8d777f385d3dfec8815d20f7496026dc");
    assertThat(header(got, "X-Timestamp")).contains(NOW + ".00000");
    assertThat(header(got, "Last-Modified")).contains("Sat, 31 Jan 2026 12:00:00 GMT");
    assertThat(header(got, "Date")).contains("Sat, 31 Jan 2026 12:00:00 GMT");
    assertThat(header(got, "X-Trans-Id").orElseThrow()).matches("tx[0-9a-f]{21}-00697deec0");
    assertThat(header(got, "X-Delete-At")).isEmpty();
    assertThat(cloud.resources()).contains("object box/a/thing.txt");
  }

  @Test
  void momentsBetweenSecondsAreRoundedUpInDatesAndDownInIds() throws Exception {
    clock.pass(Duration.ofNanos(887_536_123));
    put("/box/thing", "data", Map.of());

    HttpResponse<byte[]> got = send("HEAD", "/box/thing");

    assertThat(header(got, "X-Timestamp")).contains(NOW + ".88753");
    assertThat(header(got, "Last-Modified")).contains("Sat, 31 Jan 2026 12:00:01 GMT");
    assertThat(header(got, "Date")).contains("Sat, 31 Jan 2026 12:00:00 GMT");
    JsonNode listed = Client.body(send("GET", "/box?format=json"));
    assertThat(listed.at("/0/last_modified").asText()).isEqualTo("2026-01-31T12:00:00.887530");
  }

  @ParameterizedTest
  @CsvSource({
    "limit=2, a/1 a/2",
    "limit=2&marker=a/2, b/1 c",
    "prefix=a/, a/1 a/2",
    "end_marker=b, a/1 a/2",
    "delimiter=/, a/ b/ c",
    "delimiter=/&prefix=a/, a/1 a/2",
  })
  void objectsAreListedPageByPageAndInFolders(String query, String names) throws Exception {
    for (String name : List.of("a/1", "a/2", "b/1", "c")) {
      put("/box/" + name, "data", Map.of());
    }

    assertThat(Client.text(send("GET", "/box?" + query)).lines()).containsExactly(names.split(" "));
    assertThat(status("GET", "/box?limit=10001")).isEqualTo(412);
  }

  @Test
  void objectIsServedUntilItExpiresAndThenListedOnly() throws Exception {
    put("/box/thing", "data", Map.of());
    assertThat(status("POST", "/box/thing", IN_FIVE_SECONDS)).isEqualTo(202);

    clock.pass(Duration.ofMillis(4999));
    assertThat(status("GET", "/box/thing")).isEqualTo(200);
    assertThat(header(send("HEAD", "/box/thing"), "X-Delete-At")).contains("1769860805");
    clock.pass(Duration.ofMillis(1));
    for (String method : List.of("GET", "HEAD", "POST")) {
      assertThat(status(method, "/box/thing")).as(method).isEqualTo(404);
    }
    assertThat(Client.text(send("GET", "/box"))).isEqualTo("thing\n");
    assertThat(status("DELETE", "/box")).isEqualTo(409);
    assertThat(status("DELETE", "/box/thing")).isEqualTo(404);
    assertThat(status("DELETE", "/box")).isEqualTo(204);
    assertThat(cloud.resources()).isEmpty();
  }

  @Test
  void updateThatDoesNotSpeakOfItKeepsAnObjectAlive() throws Exception {
    put("/box/thing", "data", IN_FIVE_SECONDS);
    assertThat(status("POST", "/box/thing", Map.of("X-Object-Meta-Size", "9"))).isEqualTo(202);

    clock.pass(Duration.ofSeconds(5));

    assertThat(header(send("HEAD", "/box/thing"), "X-Object-Meta-Size")).contains("9");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          X-Delete-After | x          | Non-integer X-Delete-After
          X-Delete-After | 0          | X-Delete-After in past
          X-Delete-After | -1         | X-Delete-After in past
          X-Delete-At    | 1769860800 | X-Delete-At in past
          X-Delete-At    | tomorrow   | Non-integer X-Delete-At
          """)
  void refusesToLetExpire(String header, String value, String reason) throws Exception {
    put("/box/thing", "data", Map.of());

    HttpResponse<byte[]> refused = send("POST", "/box/thing", Map.of(header, value));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Client.text(refused)).isEqualTo(reason);
  }

  @Test
  void objectsOfOthersAreOutOfReach() throws Exception {
    put("/box/thing", "data", Map.of());
    String token = client.token("demo-alt", "secret");

    for (String method : List.of("GET", "HEAD", "PUT", "POST", "DELETE")) {
      assertThat(client.send(method, account + "/box/thing", token).statusCode())
          .as(method)
          .isEqualTo(403);
    }
  }

  @Test
  void objectThatIsTooLargeIsRefused() throws Exception {
    JsonNode info = Client.body(send(Map.of(), "GET", "/object-store/info", ""));
    int most = info.at("/swift/max_file_size").asInt();

    assertThat(send(Map.of(), "PUT", account + "/box/fits", "x".repeat(most)).statusCode())
        .isEqualTo(201);
    assertThat(send(Map.of(), "PUT", account + "/box/big", "x".repeat(most + 1)).statusCode())
        .isEqualTo(413);
  }

  @Test
  void accountCountsWhatIsInItsContainers() throws Exception {
    put("/box/one", "data", Map.of());
    put("/box/two", "more data", Map.of());

    HttpResponse<byte[]> account = send("GET", "?format=json");

    assertThat(header(account, "X-Account-Container-Count")).contains("1");
    assertThat(header(account, "X-Account-Object-Count")).contains("2");
    assertThat(header(account, "X-Account-Bytes-Used")).contains("13");
    assertThat(Client.body(account).at("/0/count").asInt()).isEqualTo(2);
  }

  private void put(String path, String data, Map<String, String> headers) throws Exception {
    HttpResponse<byte[]> made = send(headers, "PUT", account + path, data);
    assertThat(made.statusCode()).as(Client.text(made)).isEqualTo(201);
  }

  private int status(String method, String path) throws Exception {
    return send(method, path).statusCode();
  }

  private int status(String method, String path, Map<String, String> headers) throws Exception {
    return send(method, path, headers).statusCode();
  }

  private HttpResponse<byte[]> send(String method, String path) throws Exception {
    return send(method, path, Map.of());
  }

  private HttpResponse<byte[]> send(String method, String path, Map<String, String> headers)
      throws Exception {
    return send(headers, method, account + path, "");
  }

  private HttpResponse<byte[]> send(
      Map<String, String> headers, String method, String path, String body) throws Exception {
    Map<String, String> all = new TreeMap<>(headers);
    all.put("X-Auth-Token", client.token("demo", "secret"));
    return client.send(
        method,
        path,
        all,
        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
  }

  private static Optional<String> header(HttpResponse<byte[]> response, String name) {
    return response.headers().firstValue(name);
  }
}
