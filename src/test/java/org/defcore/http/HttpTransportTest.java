package org.defcore.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.defcore.http.Requests.get;
import static org.defcore.http.Requests.put;
import static org.defcore.http.Requests.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.defcore.http.message.Exchange;
import org.defcore.http.message.Header;
import org.defcore.http.message.HttpRequest;
import org.defcore.http.message.HttpResponse;
import org.defcore.http.message.Recording;
import org.defcore.http.proxy.ProxyRules;
import org.defcore.http.redact.Secrets;
import org.defcore.http.tls.TlsSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HttpTransportTest {

  private final Recording recording = new Recording();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable it : open) {
      it.close();
    }
  }

  @Test
  void sendsABodyExactlyAndNamesItself() throws IOException {
    RawServer server = serving(RawServer.answering(it -> RawServer.ok("text/plain", "fine")));

    HttpResponse response =
        transport(settings())
            .send(
                put(server.uri("/a%2Fb/?x=%20"), " {\"ü\": 1}\n", "application/JSON;charset=utf-8"),
                recording);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).asString(StandardCharsets.UTF_8).isEqualTo("fine");
    assertThat(server.requests())
        .singleElement()
        .asString()
        .startsWith("PUT /a%2Fb/?x=%20 HTTP/1.1\r\n")
        .contains("\r\nContent-Type: application/JSON;charset=utf-8\r\n")
        .contains("\r\nUser-Agent: defcore/")
        .doesNotContainIgnoringCase("accept-encoding")
        .doesNotContainIgnoringCase("upgrade")
        .endsWith("\r\n\r\n {\"ü\": 1}\n");
  }

  @Test
  void sendsABodyInChunks() throws IOException {
    RawServer server =
        serving(
            RawServer.talking(
                connection -> {
                  connection.request();
                  connection.send(RawServer.status(201));
                }));
    byte[] body = "abc".getBytes(StandardCharsets.UTF_8);

    transport(settings())
        .send(
            new HttpRequest(
                "PUT",
                server.uri("/"),
                List.of(new Header("Content-Length", "3")),
                Optional.of(
                    new HttpRequest.Payload(body, "text/plain", HttpRequest.Framing.CHUNKED))),
            recording);

    assertThat(server.requests())
        .singleElement()
        .asString()
        .contains("Transfer-Encoding: chunked")
        .doesNotContain("Content-Length");
  }

  @Test
  void recordsWhatWentOutAndCameIn() throws IOException {
    RawServer server = serving(RawServer.answering(it -> RawServer.ok("text/plain", "fine")));
    Instant now = Instant.parse("2026-01-02T03:04:05Z");
    HttpTransport transport =
        keep(new HttpTransport(settings(), new Secrets(), Clock.fixed(now, ZoneOffset.UTC)));

    HttpResponse response = transport.send(put(server.uri("/x"), "hi", "text/plain"), recording);

    assertThat(response.exchange()).isZero();
    Exchange exchange = recording.exchanges().get(0);
    assertThat(exchange.started()).isEqualTo(now);
    assertThat(exchange.took()).isPositive();
    assertThat(exchange.method()).isEqualTo("PUT");
    assertThat(exchange.uri()).isEqualTo(server.uri("/x").toString());
    assertThat(exchange.requestHeaders()).extracting(Header::name).contains("Host", "User-Agent");
    assertThat(exchange.requestBody()).isEqualTo("hi");
    assertThat(exchange.status()).isEqualTo(200);
    assertThat(exchange.responseBody()).isEqualTo("fine");
    assertThat(exchange.error()).isEmpty();
  }

  @Test
  void keepsNoCookies() throws IOException {
    RawServer server =
        serving(RawServer.answering(it -> RawServer.status(200, "Set-Cookie: a=b; Path=/")));
    HttpTransport transport = transport(settings());

    transport.send(get(server.uri("/")), recording);
    transport.send(get(server.uri("/")), recording);

    assertThat(server.connections()).as("connections for two requests").isEqualTo(1);
    assertThat(server.requests()).noneMatch(it -> it.contains("Cookie"));
  }

  @Test
  void stopsReadingABodyWithoutEnd() throws IOException {
    byte[] mebibyte = new byte[1024 * 1024];
    RawServer server =
        serving(
            RawServer.talking(
                connection -> {
                  connection.request();
                  connection.send("HTTP/1.1 200 OK\r\nX-Openstack-Request-Id: req-1\r\n");
                  connection.send("Content-Length: 1073741824\r\n\r\n");
                  while (true) {
                    connection.send(mebibyte);
                  }
                }));

    UnexpectedAnswer refused =
        catchThrowableOfType(
            UnexpectedAnswer.class,
            () ->
                transport(TransportSettings.defaults())
                    .send(get(server.uri("/endless?x=1")), recording));

    assertThat(refused)
        .hasMessage(
            "GET /endless: expected an answer of at most 16 MiB"
                + " but found an answer longer than 16 MiB (req-1)");
    assertThat(refused.status()).isEqualTo(200);
    assertThat(recording.exchanges())
        .singleElement()
        .extracting(Exchange::responseBody)
        .isEqualTo("[cut off after 16777216 bytes]");
  }

  @Test
  void takesABodyOfExactlyTheLimit() throws IOException {
    RawServer server = serving(RawServer.answering(it -> RawServer.ok("text/plain", "0123456789")));
    TransportSettings limited =
        new TransportSettings(
            settings().connect(),
            settings().response(),
            settings().exchange(),
            10,
            TlsSettings.USUAL,
            ProxyRules.NONE);

    assertThat(transport(limited).send(get(server.uri("/")), recording).body()).hasSize(10);
  }

  @Test
  void sendsOnceMoreWhatAKeptConnectionLost() throws IOException {
    RawServer server =
        serving(
            RawServer.talking(
                connection -> {
                  connection.request();
                  connection.send(RawServer.ok("text/plain", "fine"));
                  connection.request();
                }));
    HttpTransport transport = transport(settings());
    transport.send(get(server.uri("/1")), recording);

    HttpResponse response = transport.send(put(server.uri("/2"), "again", "text/plain"), recording);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.exchange()).isEqualTo(2);
    assertThat(server.connections()).isEqualTo(2);
    assertThat(recording.exchanges())
        .extracting(Exchange::status, Exchange::error)
        .containsExactly(
            tuple(200, ""),
            tuple(0, "a kept connection that the server had closed"),
            tuple(200, ""));
  }

  @Test
  void neverSendsAgainWhatCouldTakeEffectTwice() throws IOException {
    RawServer server =
        serving(
            RawServer.talking(
                connection -> {
                  connection.request();
                  connection.send(RawServer.ok("text/plain", "fine"));
                  connection.request();
                }));
    HttpTransport transport = transport(settings());
    transport.send(get(server.uri("/1")), recording);
    HttpRequest post =
        new HttpRequest(
            "POST",
            server.uri("/2"),
            List.of(),
            put(server.uri("/2"), "x", "text/plain").payload());

    NoAnswer lost = catchThrowableOfType(NoAnswer.class, () -> transport.send(post, recording));

    assertThat(lost.why()).isEqualTo(NoAnswer.Cause.BROKEN_OFF);
    assertThat(server.connections()).isEqualTo(1);
    assertThat(recording.exchanges()).hasSize(2);
  }

  @Test
  void takesNoAnswerThatNobodyAskedFor() throws IOException {
    RawServer server =
        serving(
            RawServer.answering(
                it ->
                    RawServer.ok("text/plain", it.startsWith("GET /1 ") ? "one" : "two")
                        + RawServer.ok("text/plain", "made up")));
    HttpTransport transport = transport(settings());
    transport.send(get(server.uri("/1")), recording);
    HttpRequest post = new HttpRequest("POST", server.uri("/2"), List.of(), Optional.empty());

    HttpResponse response = transport.send(post, recording);

    assertThat(response.body()).asString(StandardCharsets.UTF_8).isEqualTo("two");
    assertThat(server.requests()).as("requests that reached the server").hasSize(2);
    assertThat(recording.exchanges())
        .extracting(Exchange::status, Exchange::error)
        .containsExactly(
            tuple(200, ""),
            tuple(0, "an answer that nobody had asked for, on a kept connection"),
            tuple(200, ""));
  }

  @Test
  void comesBackWhenToldTo() throws IOException {
    List<String> answers =
        new ArrayList<>(
            List.of(
                RawServer.status(413, "Retry-After: 0"),
                RawServer.status(413, "Retry-After: 0"),
                RawServer.ok("text/plain", "fine")));
    RawServer server = serving(RawServer.answering(it -> answers.remove(0)));

    HttpResponse response = transport(settings()).send(get(server.uri("/")), recording);

    assertThat(response.status()).isEqualTo(200);
    assertThat(recording.exchanges()).extracting(Exchange::status).containsExactly(413, 413, 200);
  }

  @Test
  void comesBackTwiceAtMost() throws IOException {
    RawServer server = serving(RawServer.answering(it -> RawServer.status(413, "Retry-After: 0")));

    HttpResponse response = transport(settings()).send(get(server.uri("/")), recording);

    assertThat(response.status()).isEqualTo(413);
    assertThat(recording.exchanges()).hasSize(3);
  }

  @Test
  void takesA413WithoutATimeAsTheAnswer() throws IOException {
    RawServer server = serving(RawServer.answering(it -> RawServer.status(413)));

    transport(settings()).send(get(server.uri("/")), recording);

    assertThat(recording.exchanges()).hasSize(1);
  }

  private HttpTransport transport(TransportSettings settings) {
    return keep(new HttpTransport(settings, new Secrets()));
  }

  private RawServer serving(RawServer server) {
    return keep(server);
  }

  private <T extends AutoCloseable> T keep(T it) {
    open.add(it);
    return it;
  }
}
