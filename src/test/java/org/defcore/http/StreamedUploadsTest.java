package org.defcore.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.defcore.http.message.Exchange;
import org.defcore.http.message.HttpRequest;
import org.defcore.http.message.HttpRequest.Framing;
import org.defcore.http.message.HttpRequest.Payload;
import org.defcore.http.message.Recording;
import org.defcore.http.redact.Secrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bodies that are made while they are sent. */
final class StreamedUploadsTest {

  private static final long LENGTH = 96L << 20;

  /** The buffers of both sockets, and what is under way. */
  private static final long AHEAD = 24L << 20;

  private final HttpServer server;
  private final HttpTransport transport =
      new HttpTransport(TransportSettings.defaults(), new Secrets());
  private final Recording recording = new Recording();
  private final AtomicLong made = new AtomicLong();
  private final AtomicLong taken = new AtomicLong();
  private final AtomicLong ahead = new AtomicLong();

  StreamedUploadsTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  @AfterEach
  void close() {
    transport.close();
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] buffer = new byte[1 << 16];
    InputStream body = exchange.getRequestBody();
    for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
      long lead = made.get() - taken.addAndGet(read);
      ahead.accumulateAndGet(lead, Math::max);
    }
    String expects = exchange.getRequestHeaders().getFirst("Expect");
    exchange.getResponseHeaders().add("Seen", String.valueOf(expects));
    exchange.sendResponseHeaders(201, -1);
    exchange.close();
  }

  /** So many bytes, counted as they are made. */
  private final class Counted extends InputStream {

    private long left = LENGTH;

    @Override
    public int read() {
      throw new UnsupportedOperationException("read byte by byte");
    }

    @Override
    public int read(byte[] buffer, int from, int most) {
      int length = (int) Math.min(left, most);
      left -= length;
      made.addAndGet(length);
      return length == 0 ? -1 : length;
    }
  }

  private HttpRequest upload(Framing framing) {
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/c/o");
    HttpRequest.Source source = new HttpRequest.Source(LENGTH, Counted::new);
    return new HttpRequest(
        "PUT",
        uri,
        List.of(),
        Optional.of(
            new Payload(new byte[0], Optional.of(source), "application/octet-stream", framing)));
  }

  @ParameterizedTest
  @EnumSource
  void bodyIsNotMadeMuchFasterThanItIsTaken(Framing framing) {
    assertThat(transport.send(upload(framing), recording).status()).isEqualTo(201);

    assertThat(taken).hasValue(LENGTH);
    assertThat(ahead.get()).as("bytes made and not yet taken").isLessThan(AHEAD);
    assertThat(recording.exchanges())
        .singleElement()
        .extracting(Exchange::requestBody)
        .isEqualTo("[" + LENGTH + " bytes, streamed]");
  }

  @Test
  void serverIsAskedWhetherItTakesTheBody() {
    assertThat(transport.send(upload(Framing.CONTENT_LENGTH), recording).header("Seen"))
        .contains("100-continue");
  }

  @Test
  void bodyIsNotSentToWhoeverRefusesIt() throws IOException {
    RawServer refusing =
        RawServer.talking(
            connection -> {
              connection.request();
              connection.send(RawServer.status(403));
            });
    try (refusing) {
      HttpRequest upload = upload(Framing.CHUNKED);

      assertThat(
              transport
                  .send(
                      new HttpRequest("PUT", refusing.uri("/"), List.of(), upload.payload()),
                      recording)
                  .status())
          .isEqualTo(403);
      assertThat(made).hasValue(0);
    }
  }
}
