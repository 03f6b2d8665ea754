package org.defcore.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.defcore.http.message.HttpRequest;
import org.defcore.http.message.Recording;
import org.defcore.http.redact.Secrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ServiceEndpointTest {

  private static final String TOKEN = "gAAAAABtoken-of-a-user";

  record Zone(String name) {}

  private final Secrets secrets = new Secrets();
  private final HttpTransport transport = new HttpTransport(TransportSettings.defaults(), secrets);
  private final Recording recording = new Recording();

  @AfterEach
  void close() {
    transport.close();
  }

  @Test
  void callsBelowItsBase() throws IOException {
    String request =
        requestOf(
            it ->
                it.get("/images/")
                    .query("name", "a b&c/ü+")
                    .query("limit", "1")
                    .header("X-Test", "1")
                    .header("x-test", "2")
                    .send());

    assertThat(request)
        .startsWith("GET /image/v2/images/?name=a%20b%26c%2F%C3%BC%2B&limit=1 HTTP/1.1\r\n")
        .contains("\r\nX-Auth-Token: " + TOKEN + "\r\n")
        .contains("\r\nAccept: application/json\r\n")
        .contains("\r\nx-test: 2\r\n")
        .doesNotContain("X-Test: 1");
  }

  @Test
  void sendsJson() throws IOException {
    String request =
        requestOf(
            it ->
                it.patch("/x?a=b")
                    .query("c", "d")
                    .json(Map.of("z", 1, "a", "ü"), "a/b+json")
                    .send());

    assertThat(request)
        .startsWith("PATCH /image/v2/x?a=b&c=d HTTP/1.1\r\n")
        .contains("\r\nContent-Type: a/b+json\r\n")
        .endsWith("\r\n\r\n{\"a\":\"ü\",\"z\":1}");
  }

  @Test
  void sendsNoTokenWhenAnonymous() throws IOException {
    assertThat(requestOf(it -> it.get("").anonymous().send()))
        .startsWith("GET /image/v2 HTTP/1.1\r\n")
        .doesNotContain("X-Auth-Token");
  }

  @Test
  void letsATestSetTokenAndAcceptItself() throws IOException {
    assertThat(
            requestOf(
                it ->
                    it.get("")
                        .header("x-auth-token", "another")
                        .header("Accept", "text/plain")
                        .send()))
        .contains("x-auth-token: another")
        .contains("Accept: text/plain")
        .doesNotContain(TOKEN)
        .doesNotContain("application/json");
  }

  @ParameterizedTest
  @CsvSource({
    "https://c/volume/v3/abc/, https://c/volume/v3/abc, https://c/volume",
    "https://c:8774/v2.1, https://c:8774/v2.1, https://c:8774",
    "https://c/compute/v2.1/v3, https://c/compute/v2.1/v3, https://c/compute",
    "https://c/vol1/, https://c/vol1, https://c/vol1",
    "https://c/, https://c, https://c",
    "https://v2.example.org/x, https://v2.example.org/x, https://v2.example.org/x",
  })
  void knowsItsBaseWithAndWithoutVersion(URI given, URI base, URI unversioned) {
    ServiceEndpoint endpoint = endpoint(given);

    assertThat(endpoint.base()).isEqualTo(base);
    assertThat(endpoint.unversioned().base()).isEqualTo(unversioned);
    assertThat(endpoint.at(URI.create("http://other/")).base())
        .isEqualTo(URI.create("http://other"));
  }

  @Test
  void namesCallStatusAndRequestIdWhenTheStatusIsAnother() throws IOException {
    UnexpectedAnswer refused =
        refused(
            RawServer.status(403, "x-compute-request-id: req-7f3c"),
            it -> it.post("/os-keypairs?x=y").expect(201));

    assertThat(refused).hasMessage("POST /os-keypairs: expected 201 but found 403 (req-7f3c)");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.exchange()).isZero();
    assertThat(refused.isRefusal()).isTrue();
  }

  @Test
  void givesAnAnswerOfTheStatusExpected() throws IOException {
    try (RawServer server =
        RawServer.answering(it -> RawServer.ok("application/json", "{\"name\":\"nova\"}"))) {
      Answer answer = endpoint(server.uri("")).get("/zones").expect(200);

      assertThat(answer.as(Zone.class)).isEqualTo(new Zone("nova"));
      assertThat(answer.json().get("name").asText()).isEqualTo("nova");
      assertThat(answer.bytes()).hasSize(15);
      assertThat(answer.requiredHeader("content-type")).isEqualTo("application/json");
      assertThatExceptionOfType(UnexpectedAnswer.class)
          .isThrownBy(() -> answer.requiredHeader("Location"))
          .withMessage("GET /zones: expected header Location but found none");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"name":5}        | GET /zones: /name: expected a string but found the number 5
          {"name":"a        | GET /zones: expected JSON but found JSON that breaks off: {"name":"a
          {"name":"a"} {}   | GET /zones: expected one JSON document but found more than one: {"name":"a"} {}
          ``                | GET /zones: expected JSON but found no body
          <h1>Bad day</h1>  | GET /zones: expected JSON but found something else: <h1>Bad day</h1>
          """)
  void namesABodyThatDoesNotFit(String body, String message) throws IOException {
    UnexpectedAnswer unexpected =
        refused(
            RawServer.ok("application/json", body),
            it -> it.get("/zones").expect(200).as(Zone.class));

    assertThat(unexpected).hasMessage(message);
    assertThat(unexpected.isRefusal()).isFalse();
  }

  @Test
  void quotesTheBeginningOfABodyOnly() throws IOException {
    assertThat(
            refused(
                RawServer.ok("text/plain", "<p>\n\n" + "x".repeat(200)),
                it -> it.get("").expect(200).json()))
        .hasMessage(
            "GET /image/v2: expected JSON but found something else: <p> " + "x".repeat(56) + "…");
  }

  @Test
  void cutsNoSecretInTwo() throws IOException {
    secrets.add("0123456789abcdef");
    String body = "<p>" + "x".repeat(49) + " 0123456789abcdef";

    assertThat(refused(RawServer.ok("text/plain", body), it -> it.get("/x").expect(200).json()))
        .hasMessageEndingWith("xx [redact…");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/plain; charset=utf-8", "Text/HTML"})
  void takesErrorsOfTheUsualTypes(String type) throws IOException {
    UnexpectedAnswer refused =
        refused(RawServer.status(404, "Content-Type: " + type), it -> it.get("/x").expect(200));

    assertThat(refused).hasMessage("GET /x: expected 200 but found 404");
    assertThat(refused.isRefusal()).isTrue();
  }

  @Test
  void refusesAnErrorOfAnotherType() throws IOException {
    UnexpectedAnswer refused =
        refused(RawServer.status(404, "Content-Type: image/png"), it -> it.get("/x").expect(404));

    assertThat(refused)
        .hasMessage(
            "GET /x: expected content type application/json, text/plain or text/html with 404"
                + " but found content type image/png");
    assertThat(refused.isRefusal()).isFalse();
  }

  @Test
  void takesAnyErrorWhenItIsOnlySent() throws IOException {
    try (RawServer server =
        RawServer.answering(it -> RawServer.status(404, "Content-Type: image/png"))) {
      assertThat(endpoint(server.uri("")).get("/x").send().status()).isEqualTo(404);
    }
  }

  @Test
  void refusesABodyThatA204Announces() throws IOException {
    assertThat(
            refused(
                "HTTP/1.1 204 No Content\r\nContent-Length: 4\r\n\r\noops",
                it -> it.delete("/x").expect(204)))
        .hasMessage("DELETE /x: expected no body with 204 but found Content-Length: 4");
  }

  @Test
  void refusesABodyOfA205() throws IOException {
    assertThat(
            refused(
                "HTTP/1.1 205 Reset Content\r\nContent-Length: 4\r\n\r\noops",
                it -> it.put("/x").expect(205)))
        .hasMessage("PUT /x: expected no body with 205 but found 4 bytes");
  }

  @Test
  void takesAHeadThatAnnouncesABody() throws IOException {
    try (RawServer server =
        RawServer.answering(it -> "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n")) {
      ServiceEndpoint endpoint = endpoint(server.uri(""));

      assertThat(endpoint.head("/x").expect(200).requiredHeader("content-length")).isEqualTo("4");
      assertThat(endpoint.head("/x").expect(200).bytes()).isEmpty();
    }
  }

  @Test
  void sendsRawBytes() throws IOException {
    assertThat(
            requestOf(
                it ->
                    it.put("/o")
                        .bytes(
                            "raw".getBytes(StandardCharsets.UTF_8),
                            "application/octet-stream",
                            HttpRequest.Framing.CONTENT_LENGTH)
                        .send()))
        .contains("\r\nContent-Type: application/octet-stream\r\n")
        .endsWith("\r\n\r\nraw");
  }

  private String requestOf(Consumer<ServiceEndpoint> call) throws IOException {
    try (RawServer server = RawServer.answering(it -> RawServer.status(200))) {
      call.accept(endpoint(server.uri("/image/v2/")));
      List<String> requests = server.requests();
      assertThat(requests).hasSize(1);
      return requests.get(0);
    }
  }

  private UnexpectedAnswer refused(String answer, Consumer<ServiceEndpoint> call)
      throws IOException {
    try (RawServer server = RawServer.answering(it -> answer)) {
      return catchThrowableOfType(
          UnexpectedAnswer.class, () -> call.accept(endpoint(server.uri("/image/v2"))));
    }
  }

  private ServiceEndpoint endpoint(URI base) {
    return new ServiceEndpoint(transport, recording, base, () -> TOKEN);
  }
}
