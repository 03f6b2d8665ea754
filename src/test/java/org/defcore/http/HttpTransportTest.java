package org.defcore.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.defcore.http.NoAnswer.Cause;
import org.defcore.http.TransportSettings.Trust;
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
                  connection.send(
                      "HTTP/1.1 200 OK\r\nX-Openstack-Request-Id: req-1\r\n"
                          + "Content-Length: 1073741824\r\n\r\n");
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
            Optional.empty(),
            Trust.VERIFIED);

    assertThat(transport(limited).send(get(server.uri("/")), recording).body()).hasSize(10);
  }

  @Test
  void endsABodyThatTrickles() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    RawServer server =
        serving(
            RawServer.talking(
                connection -> {
                  connection.request();
                  connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
                  while (!awaited(never, Duration.ofMillis(20))) {
                    connection.send("x");
                  }
                }));
    TransportSettings settings =
        timed(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(500));

    NoAnswer late = fails(settings, server.uri("/slow?token=abcdefgh"));

    assertThat(late)
        .hasMessage(
            "GET %s: expected an answer but found an unfinished exchange after 500 ms:"
                + " see whether the service hangs",
            server.uri("/slow"));
    assertThat(late.why()).isEqualTo(Cause.TIMED_OUT);
    assertThat(recording.exchanges())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.status()).isZero();
              assertThat(it.error()).isEqualTo("an unfinished exchange after 500 ms");
              assertThat(it.took()).isLessThan(Duration.ofSeconds(5));
            });
  }

  @Test
  void givesUpOnSilence() throws IOException {
    RawServer server =
        serving(
            RawServer.talking(
                connection -> {
                  connection.request();
                  connection.hold();
                }));
    TransportSettings settings =
        timed(Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofSeconds(20));

    NoAnswer late = fails(settings, server.uri("/"));

    assertThat(late).hasMessageContaining("but found silence after 300 ms");
    assertThat(late.why()).isEqualTo(Cause.TIMED_OUT);
  }

  @Test
  void givesUpOnAnAddressThatDoesNotTakeConnections() throws IOException {
    ServerSocket full = keep(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
    fill(full.getLocalSocketAddress());
    TransportSettings settings =
        timed(Duration.ofMillis(300), Duration.ofSeconds(20), Duration.ofSeconds(20));

    NoAnswer late = fails(settings, URI.create("http://127.0.0.1:" + full.getLocalPort() + "/"));

    assertThat(late)
        .hasMessageContaining(
            "but found no connection after 300 ms: check host, port and firewall");
    assertThat(late.why()).isEqualTo(Cause.TIMED_OUT);
    assertThat(recording.exchanges().get(0).took()).isLessThan(Duration.ofSeconds(10));
  }

  private void fill(SocketAddress address) throws IOException {
    for (int i = 0; i < 4; i++) {
      Socket waiting = keep(new Socket());
      try {
        waiting.connect(address, 200);
      } catch (IOException e) {
        return;
      }
    }
  }

  @Test
  void saysThatAConnectionIsRefused() throws IOException {
    int free;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = closed.getLocalPort();
    }

    NoAnswer refused = fails(settings(), URI.create("http://127.0.0.1:" + free + "/v3?a=b"));

    assertThat(refused)
        .hasMessage(
            "GET http://127.0.0.1:%d/v3: expected an answer but found a refused connection:"
                + " check host and port, and that the service runs",
            free);
    assertThat(refused.why()).isEqualTo(Cause.REFUSED);
  }

  @Test
  void saysThatAHostIsUnknown() {
    NoAnswer unknown = fails(settings(), URI.create("http://cloud.invalid/v3"));

    assertThat(unknown)
        .hasMessage(
            "GET http://cloud.invalid/v3: expected an answer but found no host 'cloud.invalid':"
                + " check the URL and the name service");
    assertThat(unknown.why()).isEqualTo(Cause.UNKNOWN_HOST);
  }

  @Test
  void saysThatAConnectionWasClosedWithNothing() throws IOException {
    RawServer server = serving(RawServer.talking(RawServer.Connection::request));

    NoAnswer closed = fails(settings(), server.uri("/"));

    assertThat(closed).hasMessageContaining("but found a connection closed without a byte");
    assertThat(closed.why()).isEqualTo(Cause.BROKEN_OFF);
    assertThat(server.requests()).as("no retry on a new connection").hasSize(1);
  }

  @Test
  void saysThatAnAnswerBrokeOff() throws IOException {
    RawServer server =
        serving(
            RawServer.talking(
                connection -> {
                  connection.request();
                  connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half\":");
                }));

    NoAnswer broken = fails(settings(), server.uri("/"));

    assertThat(broken).hasMessageContaining("but found a connection that broke off (Premature end");
    assertThat(broken.why()).isEqualTo(Cause.BROKEN_OFF);
  }

  @Test
  void saysThatAnAnswerIsNoHttp() throws IOException {
    RawServer server =
        serving(
            RawServer.talking(
                connection -> {
                  connection.request();
                  connection.send("SSH-2.0-OpenSSH_9.2\r\n".repeat(100));
                }));

    NoAnswer nonsense = fails(settings(), server.uri("/"));

    assertThat(nonsense).hasMessageContaining("check scheme and port of the URL");
    assertThat(nonsense.why()).isEqualTo(Cause.BROKEN_OFF);
  }

  @Test
  void givesUpOnHeadersWithoutEnd() throws IOException {
    RawServer server =
        serving(
            RawServer.talking(
                connection -> {
                  connection.request();
                  connection.send("HTTP/1.1 200 OK\r\n");
                  while (true) {
                    connection.send("X-More: and more\r\n".repeat(1000));
                  }
                }));

    assertThat(fails(settings(), server.uri("/")))
        .hasMessageContaining("but found no HTTP (Maximum header count exceeded)");
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
            tuple(0, "a kept connection that the server had closed: sent once more"),
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

  @Test
  void endsSoonWhenInterrupted() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    RawServer server =
        serving(
            RawServer.talking(
                connection -> {
                  connection.request();
                  asked.countDown();
                  connection.hold();
                }));
    HttpTransport transport = transport(TransportSettings.defaults());
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicReference<Boolean> flag = new AtomicReference<>(false);
    Thread sender =
        new Thread(
            () -> {
              try {
                transport.send(get(server.uri("/")), recording);
              } catch (NoAnswer e) {
                thrown.set(e);
                flag.set(Thread.currentThread().isInterrupted());
              }
            });
    sender.start();
    asked.await();

    sender.interrupt();
    sender.join(5_000);

    assertThat(sender.isAlive()).as("still waiting").isFalse();
    assertThat(thrown.get())
        .hasMessage(
            "GET %s: expected an answer but found an interruption: the run was stopped",
            server.uri("/"));
    assertThat(flag.get()).as("interrupted afterwards").isTrue();
    assertThat(recording.exchanges())
        .extracting(Exchange::error)
        .containsExactly("an interruption");
  }

  @Test
  void sendsNothingOnceInterrupted() throws IOException {
    RawServer server = serving(RawServer.answering(it -> RawServer.status(200)));
    Thread.currentThread().interrupt();

    NoAnswer interrupted = fails(settings(), server.uri("/"));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(interrupted.why()).isEqualTo(Cause.BROKEN_OFF);
    assertThat(server.requests()).isEmpty();
  }

  private static boolean awaited(CountDownLatch latch, Duration limit) throws IOException {
    try {
      return latch.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private NoAnswer fails(TransportSettings settings, URI uri) {
    return catchThrowableOfType(
        NoAnswer.class, () -> transport(settings).send(get(uri), recording));
  }

  private static HttpRequest get(URI uri) {
    return new HttpRequest("GET", uri, List.of(), Optional.empty());
  }

  private static HttpRequest put(URI uri, String body, String type) {
    return new HttpRequest(
        "PUT",
        uri,
        List.of(),
        Optional.of(
            new HttpRequest.Payload(
                body.getBytes(StandardCharsets.UTF_8), type, HttpRequest.Framing.CONTENT_LENGTH)));
  }

  private static TransportSettings settings() {
    return timed(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20));
  }

  private static TransportSettings timed(Duration connect, Duration response, Duration exchange) {
    return new TransportSettings(
        connect, response, exchange, 1024 * 1024, Optional.empty(), Trust.VERIFIED);
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
