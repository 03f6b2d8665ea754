package org.defcore.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.defcore.http.message.Exchange;
import org.defcore.http.message.Header;
import org.defcore.http.message.HttpRequest;
import org.defcore.http.message.HttpResponse;
import org.defcore.http.message.Recording;
import org.defcore.http.redact.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class RedirectsTest {

  private static final String TOKEN = "gAAAAABtoken-of-a-user";

  private final Recording recording = new Recording();

  @Test
  void followsAndRecordsEachHop() throws IOException {
    try (RawServer server =
            RawServer.answering(
                request ->
                    request.startsWith("GET /there?x=1 ")
                        ? RawServer.ok("text/plain", "here")
                        : RawServer.status(301, "Location: /there?x=1"));
        HttpTransport transport = transport()) {

      HttpResponse response = transport.send(request("GET", server, "/here"), recording);

      assertThat(response.uri()).isEqualTo(server.uri("/there?x=1"));
      assertThat(response.exchange()).isEqualTo(1);
      assertThat(recording.exchanges()).extracting(Exchange::status).containsExactly(301, 200);
      assertThat(server.requests()).allMatch(it -> it.contains("X-Auth-Token: " + TOKEN));
    }
  }

  @Test
  void stopsAtARedirectThatTheCallTakes() throws IOException {
    try (RawServer server = RawServer.answering(it -> RawServer.status(302, "Location: /there"));
        HttpTransport transport = transport()) {
      HttpRequest request = request("DELETE", server, "/here");

      HttpResponse response =
          transport.send(request, recording, CallTerms.of(request).taking(Set.of(302)));

      assertThat(response.status()).isEqualTo(302);
      assertThat(recording.exchanges()).hasSize(1);
    }
  }

  @Test
  void givesUpAfterFive() throws IOException {
    try (RawServer server =
            RawServer.answering(it -> RawServer.status(302, "Location: /round-and-round"));
        HttpTransport transport = transport()) {

      assertThatExceptionOfType(UnexpectedAnswer.class)
          .isThrownBy(() -> transport.send(request("GET", server, "/start"), recording))
          .withMessage("GET /start: expected at most 5 redirects but found more than 5 redirects");
      assertThat(recording.exchanges()).hasSize(6);
    }
  }

  @Test
  void keepsTheTokenFromAnotherPort() throws IOException {
    try (RawServer other = RawServer.answering(it -> RawServer.ok("text/plain", "hello"));
        RawServer server =
            RawServer.answering(it -> RawServer.status(307, "Location: " + other.uri("/")));
        HttpTransport transport = transport()) {

      HttpResponse response = transport.send(request("GET", server, "/"), recording);

      assertThat(response.status()).isEqualTo(200);
      assertThat(server.requests()).singleElement().asString().contains(TOKEN);
      assertThat(other.requests())
          .singleElement()
          .asString()
          .contains("X-Plain: kept")
          .doesNotContain(TOKEN);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://my_cloud:80/a, http://MY_CLOUD/b,      true",
    "http://my_cloud/a,    http://other_cloud/a,   false",
    "http://my_cloud:80/a, http://my_cloud:8080/a, false",
    "http://my_cloud/a,    http://cloud/a,         false",
    "http://[::1]/a,       http://[::2]/a,         false",
  })
  void hostsWithAnUnderscoreAreToldApart(URI from, URI to, boolean same) {
    assertThat(new Redirect(307, to).stays(from)).isEqualTo(same);
  }

  @Test
  void keepsABodyFromAnotherPort() throws IOException {
    try (RawServer other = RawServer.answering(it -> RawServer.ok("text/plain", "hello"));
        RawServer server =
            RawServer.answering(
                it -> RawServer.status(307, "Location: " + other.uri("/v3?token=abcdefgh")));
        HttpTransport transport = transport()) {

      assertThatExceptionOfType(UnexpectedAnswer.class)
          .isThrownBy(() -> transport.send(request("POST", server, "/auth/tokens"), recording))
          .withMessage(
              "POST /auth/tokens: expected a request body to be taken by the same host and port"
                  + " but found a redirect to "
                  + other.uri("/v3"));
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void repeatsABodyOnTheSameHost() throws IOException {
    try (RawServer server =
            RawServer.answering(
                request ->
                    request.startsWith("POST /b ")
                        ? RawServer.status(201)
                        : RawServer.status(308, "Location: b"));
        HttpTransport transport = transport()) {

      assertThat(transport.send(request("POST", server, "/a"), recording).status()).isEqualTo(201);
      assertThat(server.requests()).hasSize(2).allMatch(it -> it.endsWith("\r\n\r\nbody"));
    }
  }

  @Test
  void looksElsewhereAfterA303() throws IOException {
    try (RawServer server =
            RawServer.answering(
                request ->
                    request.startsWith("POST")
                        ? RawServer.status(303, "Location: /result")
                        : RawServer.status(200));
        HttpTransport transport = transport()) {

      transport.send(request("POST", server, "/a"), recording);

      assertThat(server.requests().get(1)).startsWith("GET /result ").endsWith("\r\n\r\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://example.org/", "http://[broken", "file:/etc/passwd"})
  void refusesALocationThatIsNoHttpUrl(String location) throws IOException {
    try (RawServer server =
            RawServer.answering(it -> RawServer.status(302, "Location: " + location));
        HttpTransport transport = transport()) {

      assertThatExceptionOfType(UnexpectedAnswer.class)
          .isThrownBy(() -> transport.send(request("GET", server, "/"), recording))
          .withMessage("GET /: expected a redirect to an HTTP URL but found one to " + location);
    }
  }

  @Test
  void takesA302WithoutALocationAsTheAnswer() throws IOException {
    try (RawServer server = RawServer.answering(it -> RawServer.status(302));
        HttpTransport transport = transport()) {

      assertThat(transport.send(request("GET", server, "/"), recording).status()).isEqualTo(302);
    }
  }

  private static HttpTransport transport() {
    return new HttpTransport(TransportSettings.defaults(), new Secrets());
  }

  private static HttpRequest request(String method, RawServer server, String path) {
    Optional<HttpRequest.Payload> payload =
        method.equals("POST")
            ? Optional.of(
                new HttpRequest.Payload(
                    "body".getBytes(StandardCharsets.UTF_8),
                    "text/plain",
                    HttpRequest.Framing.CONTENT_LENGTH))
            : Optional.empty();
    return new HttpRequest(
        method,
        server.uri(path),
        List.of(new Header("X-Auth-Token", TOKEN), new Header("X-Plain", "kept")),
        payload);
  }
}
