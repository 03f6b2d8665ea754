package org.defcore.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.defcore.http.har.Har;
import org.defcore.http.message.BodyNote;
import org.defcore.http.message.Header;
import org.defcore.http.message.HttpRequest;
import org.defcore.http.message.Recording;
import org.defcore.http.redact.Secrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Plants secrets in every corner of an exchange and searches all that comes out for them. */
@Timeout(30)
class RedactionTest {

  private static final String TOKEN = "gAAAAABplanted-token";
  private static final String PASSWORD = "planted/pass \"word";

  private final Secrets secrets = new Secrets();
  private final HttpTransport transport = new HttpTransport(TransportSettings.defaults(), secrets);
  private final Recording recording = new Recording();

  @AfterEach
  void close() {
    transport.close();
  }

  @Test
  void keepsNoSecretOfALogin() throws IOException {
    try (RawServer server =
        RawServer.answering(
            it ->
                String.join(
                    "\r\n",
                    "HTTP/1.1 201 Created",
                    "X-Subject-Token: planted-subject",
                    "Set-Cookie: session=planted-cookie",
                    "Content-Type: application/json",
                    "Content-Length: 26",
                    "",
                    "{\"echo\":\"planted-subject\"}"))) {
      Map<String, Object> user = Map.of("name", "me", "password", PASSWORD);

      endpoint(server.uri("/v3"))
          .post("/auth/tokens")
          .header("Authorization", "Basic " + base64("me:" + PASSWORD))
          .query("token", "planted-parameter")
          .query("kept", "this")
          .json(Map.of("auth", Map.of("identity", Map.of("password", Map.of("user", user)))))
          .send();

      assertThat(recording.exchanges().get(0).requestHeaders())
          .contains(new Header("X-Auth-Token", Secrets.MASK));
      assertNothingPlanted(har());
      assertThat(har()).contains("kept=this").contains("\\\"echo\\\":\\\"[redacted]\\\"");
    }
  }

  @Test
  void masksEverywhereWhatAnAnswerMadeSecret() throws IOException {
    List<String> answers =
        new ArrayList<>(
            List.of(
                RawServer.ok(
                    "application/json",
                    "{\"adminPass\":\"planted-admin\",\"private_key\":\"planted\\nkey\"}"),
                RawServer.ok("text/plain", "<p>planted-admin and planted\nkey")));
    try (RawServer server = RawServer.answering(it -> answers.remove(0))) {
      ServiceEndpoint endpoint = endpoint(server.uri("/"));
      endpoint.post("/servers").expect(200);

      UnexpectedAnswer unexpected =
          catchThrowableOfType(
              UnexpectedAnswer.class, () -> endpoint.get("/x/planted-admin").expect(200).json());

      assertThat(unexpected)
          .hasMessage(
              "GET /x/[redacted]: expected JSON but found something else:"
                  + " <p>[redacted] and [redacted]");
      assertNothingPlanted(har());
    }
  }

  @Test
  void keepsNoSecretOfACallWithoutAnAnswer() {
    URI base = URI.create("http://me:planted-info@cloud.invalid/v3");

    NoAnswer noAnswer =
        catchThrowableOfType(
            NoAnswer.class,
            () ->
                endpoint(base)
                    .post("/planted-info")
                    .query("temp_url_sig", "planted-signature")
                    .json(Map.of("secret", "planted-secret"))
                    .send());

    StringWriter trace = new StringWriter();
    noAnswer.printStackTrace(new PrintWriter(trace));
    assertThat(noAnswer)
        .hasMessageStartingWith("POST http://[redacted]@cloud.invalid/v3/[redacted]: expected");
    assertNothingPlanted(trace.toString());
    assertNothingPlanted(har());
  }

  @Test
  void keepsNoSecretOfALocation() throws IOException {
    try (RawServer server =
        RawServer.answering(
            it ->
                it.startsWith("GET /next")
                    ? RawServer.status(200)
                    : RawServer.status(302, "Location: /next?signature=planted-signature"))) {
      endpoint(server.uri("/")).get("/").expect(200);

      assertThat(recording.exchanges()).hasSize(2);
      assertNothingPlanted(har());
    }
  }

  @Test
  void keepsNothingOfBodiesThatAreNoText() throws IOException {
    byte[] image = (TOKEN + "planted-image").getBytes(StandardCharsets.UTF_8);
    try (RawServer server =
        RawServer.answering(it -> RawServer.ok("application/octet-stream", "planted-image"))) {
      endpoint(server.uri("/"))
          .put("/file")
          .bytes(image, "application/octet-stream", HttpRequest.Framing.CONTENT_LENGTH)
          .expect(200);

      assertThat(recording.exchanges().get(0).requestBody())
          .isEqualTo(BodyNote.of(image))
          .matches("\\[33 bytes, sha256 [0-9a-f]{64}, md5 [0-9a-f]{32}]");
      assertNothingPlanted(har());
    }
  }

  @Test
  void keepsNothingOfLongBodiesButLearnsFromThem() throws IOException {
    String body = "{\"x\":\"" + "x".repeat(256 * 1024) + "\",\"secret\":\"planted-late\"}";
    try (RawServer server = RawServer.answering(it -> RawServer.ok("application/json", body))) {
      Answer answer = endpoint(server.uri("/")).get("/long").expect(200);

      assertThat(recording.exchanges().get(0).responseBody())
          .isEqualTo(BodyNote.of(body.getBytes(StandardCharsets.UTF_8)));
      assertThat(answer.unexpected("a", "planted-late"))
          .hasMessage("GET /long: expected a but found [redacted]");
    }
  }

  @Test
  void keepsTextThatIsNoUtf8AsANote() throws IOException {
    byte[] head =
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    try (RawServer server =
        RawServer.talking(
            connection -> {
              connection.request();
              connection.send(head);
              connection.send(new byte[] {(byte) 0xe4, 'x'});
              connection.hold();
            })) {
      endpoint(server.uri("/")).get("/").send();

      assertThat(recording.exchanges().get(0).responseBody()).startsWith("[2 bytes, sha256 ");
    }
  }

  private String har() {
    return new String(Har.bytes(recording.exchanges()), StandardCharsets.UTF_8);
  }

  private static void assertNothingPlanted(String text) {
    assertThat(text)
        .doesNotContain("planted")
        .doesNotContain(base64("me:" + PASSWORD).substring(4, 20));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private ServiceEndpoint endpoint(URI base) {
    return new ServiceEndpoint(transport, recording, base, () -> TOKEN);
  }
}
