package org.defcore.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.defcore.http.Requests.get;
import static org.defcore.http.Requests.settings;
import static org.defcore.http.Requests.timed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.defcore.http.NoAnswer.Cause;
import org.defcore.http.message.Exchange;
import org.defcore.http.message.Recording;
import org.defcore.http.redact.Secrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class NoAnswerTest {

  private final Recording recording = new Recording();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable it : open) {
      it.close();
    }
  }

  @Test
  void endsABodyThatTrickles() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    RawServer server =
        keep(
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
        keep(
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
    RawServer server = keep(RawServer.talking(RawServer.Connection::request));

    NoAnswer closed = fails(settings(), server.uri("/"));

    assertThat(closed).hasMessageContaining("but found a connection closed without a byte");
    assertThat(closed.why()).isEqualTo(Cause.BROKEN_OFF);
    assertThat(server.requests()).as("requests").hasSize(4);
    assertThat(recording.exchanges())
        .extracting(it -> it.repeats().isPresent())
        .containsExactly(false, true, true, true);
  }

  @Test
  void saysThatAnAnswerBrokeOff() throws IOException {
    RawServer server =
        keep(
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
        keep(
            RawServer.talking(
                connection -> {
                  connection.request();
                  connection.send("SSH-2.0-OpenSSH_9.2\r\n".repeat(100));
                }));

    NoAnswer nonsense = fails(settings(), server.uri("/"));

    assertThat(nonsense).hasMessageContaining("check scheme and port of the URL");
    assertThat(nonsense.why()).isEqualTo(Cause.BROKEN_OFF);
  }

  @ParameterizedTest
  @ValueSource(strings = {"000", "099", "600", "999", "99999", "2OO", "-20"})
  void statusThatIsNoneBreaksHttp(String status) throws IOException {
    RawServer server =
        keep(RawServer.answering(it -> "HTTP/1.1 " + status + " X\r\nContent-Length: 0\r\n\r\n"));

    assertThat(fails(settings(), server.uri("/"))).hasMessageContaining("but found no HTTP (");
    assertThat(recording.exchanges()).hasSize(1);
  }

  @Test
  void givesUpOnHeadersWithoutEnd() throws IOException {
    RawServer server =
        keep(
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
  void endsSoonWhenInterrupted() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    RawServer server =
        keep(
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
    RawServer server = keep(RawServer.answering(it -> RawServer.status(200)));
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

  private HttpTransport transport(TransportSettings settings) {
    return keep(new HttpTransport(settings, new Secrets()));
  }

  private <T extends AutoCloseable> T keep(T it) {
    open.add(it);
    return it;
  }
}
