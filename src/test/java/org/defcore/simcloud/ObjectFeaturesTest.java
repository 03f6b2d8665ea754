package org.defcore.simcloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The middleware of the object store, on a clock of its own. */
final class ObjectFeaturesTest {

  @RegisterExtension final SteppedCloud stepped = SteppedCloud.atOnce();

  private final Client client = new Client(stepped.cloud());
  private String account = "";
  private String token = "";

  @BeforeEach
  void createObjects() throws Exception {
    token = client.token("demo", "secret");
    account =
        "/object-store/v1/AUTH_"
            + Client.body(client.login("demo", "secret")).at("/token/project/id").asText();
    send("PUT", "/box", Map.of(), "");
    send("PUT", "/box/a", Map.of(), "one");
    send("PUT", "/box/b", Map.of(), "three");
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=1-2,  206, hr",
    "bytes=-2,   206, ee",
    "bytes=3-,   206, ee",
    "bytes=0-99, 206, three",
    "bytes=x,    200, three",
    "'bytes=0-0,2-3', 200, three",
  })
  void rangeOfBytesIsServed(String range, int status, String data) throws Exception {
    HttpResponse<byte[]> got = send("GET", "/box/b", Map.of("Range", range), "");

    assertThat(got.statusCode()).isEqualTo(status);
    assertThat(Client.text(got)).isEqualTo(data);
  }

  @Test
  void listsAreTurnedRoundAndWrittenAsXml() throws Exception {
    assertThat(get("/box?reverse=true&marker=b")).isEqualTo("a\n");
    assertThat(get("/box?reverse=true&limit=1")).isEqualTo("b\n");
    assertThat(get("/box?format=xml&limit=1"))
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<container name=\"box\"><object>")
        .contains("<name>a</name>");
    assertThat(get("?format=xml")).contains("<container><name>box</name><count>2</count>");
  }

  @Test
  void segmentsAreJoinedInTheirOrder() throws Exception {
    send("PUT", "/box/all", Map.of("X-Object-Manifest", "box/"), "");
    send(
        "PUT",
        "/box/list?multipart-manifest=put",
        Map.of(),
        "[{\"path\": \"/box/b\"}, {\"path\": \"box/a\"}]");

    assertThat(get("/box/list")).isEqualTo("threeone");
    assertThat(get("/box/all")).startsWith("onethree");
  }

  @Test
  void versionsComeBackInTheirOrder() throws Exception {
    send("PUT", "/old", Map.of(), "");
    send("POST", "/box", Map.of("X-Versions-Location", "old"), "");
    stepped.clock().pass(Duration.ofSeconds(1));
    send("PUT", "/box/a", Map.of(), "two");
    stepped.clock().pass(Duration.ofSeconds(1));
    send("PUT", "/box/a", Map.of(), "three");

    assertThat(get("/old").lines()).hasSize(2);
    send("DELETE", "/box/a", Map.of(), "");
    assertThat(get("/box/a")).isEqualTo("two");
    send("DELETE", "/box/a", Map.of(), "");
    assertThat(get("/box/a")).isEqualTo("one");
    assertThat(get("/old")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  GET,    1769860860, key,   200",
    "GET,  HEAD,   1769860860, key,   200",
    "PUT,  HEAD,   1769860860, key,   200",
    "GET,  PUT,    1769860860, key,   401",
    "GET,  GET,    1769860799, key,   401",
    "GET,  GET,    1769860860, other, 401",
  })
  void signatureStandsForAToken(
      String signed, String method, String expires, String key, int status) throws Exception {
    send("POST", "/box", Map.of("X-Container-Meta-Temp-URL-Key-2", "key"), "");
    String path = account + "/box/a";
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    String text = signed + "\n" + expires + "\n" + path;
    String sig = HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    String query = "?temp_url_sig=" + sig + "&temp_url_expires=" + expires;

    HttpResponse<byte[]> answer =
        client.send(method, path + query, Map.of(), BodyPublishers.noBody());

    assertThat(answer.statusCode()).isEqualTo(status);
  }

  @Test
  void chunksAreTakenAfterTheStoreAskedForThem() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + stepped.cloud().port() + account + "/box/c"))
            .header("X-Auth-Token", token)
            .expectContinue(true)
            .PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[100_000])))
            .build();

    HttpResponse<Void> made =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());

    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(get("/box/c")).hasSize(100_000);
  }

  private String get(String path) throws Exception {
    return Client.text(send("GET", path, Map.of(), ""));
  }

  private HttpResponse<byte[]> send(
      String method, String path, Map<String, String> headers, String body) throws Exception {
    Map<String, String> all = new TreeMap<>(headers);
    all.put("X-Auth-Token", token);
    return client.send(
        method,
        account + path,
        all,
        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
  }
}
