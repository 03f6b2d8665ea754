package org.defcore.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.defcore.http.HttpTransport;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.TransportSettings;
import org.defcore.http.message.Recording;
import org.defcore.http.redact.Secrets;

/** A service that gives one answer to everything and remembers what it was asked. */
public final class CannedService implements AutoCloseable {

  /** One answer, JSON if it has a body. */
  public record Canned(int status, String body, Map<String, String> headers) {}

  /** A request as it arrived, header names in lower case. */
  public record Asked(String line, Map<String, String> headers, String body) {}

  private final HttpServer server;
  private final HttpTransport transport;
  private final Canned canned;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  private CannedService(Canned canned) throws IOException {
    this.canned = canned;
    this.transport = new HttpTransport(TransportSettings.defaults(), new Secrets());
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  public static CannedService answering(int status, String body) throws IOException {
    return new CannedService(new Canned(status, body, Map.of()));
  }

  public static CannedService answering(int status, String body, Map<String, String> headers)
      throws IOException {
    return new CannedService(new Canned(status, body, headers));
  }

  /** The service at a path, for a user with the token {@code token-of-the-user}. */
  public ServiceEndpoint endpoint(String path) {
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    return new ServiceEndpoint(transport, new Recording(), base, () -> "token-of-the-user");
  }

  public List<Asked> asked() {
    return asked;
  }

  /** The only request there was. */
  public Asked onlyRequest() {
    if (asked.size() != 1) {
      throw new AssertionError("expected one request but found " + asked.size());
    }
    return asked.get(0);
  }

  @Override
  public void close() {
    server.stop(0);
    transport.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(
        new Asked(exchange.getRequestMethod() + " " + exchange.getRequestURI(), headers, body));
    canned.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] bytes = canned.body().getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
    }
    exchange.sendResponseHeaders(canned.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
