package org.defcore.clouds;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.defcore.clouds.Credentials.Method;
import org.defcore.http.TransportSettings.Trust;

/** A server that answers as it is told; everything else is 404. */
public final class TinyCloud implements AutoCloseable {

  /** A request as it came in. */
  public record Seen(String method, String target, String token, String body) {

    public String line() {
      return method + " " + target;
    }
  }

  /** An answer to give. */
  public record Reply(int status, Map<String, String> headers, String body) {

    public static Reply json(int status, String body) {
      return new Reply(status, Map.of("Content-Type", "application/json"), body);
    }

    Reply with(String header, String value) {
      return new Reply(status, Map.of("Content-Type", "application/json", header, value), body);
    }
  }

  private final HttpServer server;
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final Map<String, Function<Seen, Reply>> replies = new ConcurrentHashMap<>();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final AtomicInteger tokens = new AtomicInteger();
  private String lifetime = "2030-01-01T01:00:00.000000Z";
  private String services = "compute image network volumev3 object-store dns";

  public TinyCloud() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(workers);
    server.start();
    on("POST /v3/auth/tokens", this::login);
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public TinyCloud on(String line, Reply reply) {
    return on(line, ignored -> reply);
  }

  public TinyCloud on(String line, Function<Seen, Reply> reply) {
    replies.put(line, reply);
    return this;
  }

  /** Answers a GET with JSON, written with apostrophes. */
  public TinyCloud get(String path, String json) {
    return on("GET " + path, Reply.json(200, json.replace('\'', '"')));
  }

  /** Until when tokens are good that are issued at 2030-01-01T00:00:00Z. */
  public TinyCloud tokensUntil(String time) {
    lifetime = time;
    return this;
  }

  /** Types in the catalogue, apart by blanks. */
  public TinyCloud serving(String types) {
    services = types;
    return this;
  }

  public List<Seen> seen() {
    return seen;
  }

  public List<String> lines() {
    return seen.stream().map(Seen::line).toList();
  }

  public CloudConfig config() {
    return config(url(), password("anna"));
  }

  public CloudConfig config(String authUrl, Credentials credentials) {
    return new CloudConfig(
        "acme",
        "clouds.yaml",
        URI.create(authUrl),
        credentials,
        Optional.empty(),
        "public",
        Trust.VERIFIED,
        Optional.empty(),
        Map.of());
  }

  public static Credentials password(String user) {
    return new Credentials(
        Credentials.Method.PASSWORD,
        Optional.empty(),
        Optional.of(user),
        Optional.empty(),
        Optional.of("Default"),
        Optional.empty(),
        Optional.of("demo"),
        Optional.of("default"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "s3cret-of-" + user);
  }

  /** With these of userId, userName, userDomain, projectId, credentialId and credentialName. */
  public static Credentials credentials(Method method, Map<String, String> parts, String secret) {
    return new Credentials(
        method,
        Optional.ofNullable(parts.get("userId")),
        Optional.ofNullable(parts.get("userName")),
        Optional.ofNullable(parts.get("userDomain")),
        Optional.empty(),
        Optional.ofNullable(parts.get("projectId")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(parts.get("credentialId")),
        Optional.ofNullable(parts.get("credentialName")),
        secret);
  }

  /** A token in the answer to a login as keystone writes it. */
  Reply login(Seen request) {
    String user = request.body().contains("\"ben\"") ? "ben" : "anna";
    String token = "token-" + user + "-" + tokens.incrementAndGet();
    String body =
        """
        {'token': {'methods': ['password'], 'issued_at': '2030-01-01T00:00:00.000000Z',
          'expires_at': '%s', 'audit_ids': ['x'], 'is_domain': false,
          'user': {'id': 'id-of-%s', 'name': '%s', 'domain': {'id': 'default', 'name': 'Default'},
            'password_expires_at': null},
          'project': {'id': 'p1', 'name': 'demo', 'domain': {'id': 'default', 'name': 'Default'}},
          'roles': [{'id': 'r', 'name': 'member'}],
          'catalog': [%s]}}
        """
            .formatted(lifetime, user, user, catalogue());
    return Reply.json(201, body.replace('\'', '"')).with("X-Subject-Token", token);
  }

  private String catalogue() {
    StringBuilder catalogue = new StringBuilder();
    for (String type : services.isEmpty() ? new String[0] : services.split(" ")) {
      catalogue
          .append(catalogue.isEmpty() ? "" : ",")
          .append(
              """
              {'id': 's', 'type': '%s', 'name': '%s', 'endpoints': [{'id': 'e',
               'interface': 'public', 'region': 'One', 'region_id': 'One', 'url': '%s/%s%s'}]}
              """
                  .formatted(type, type, url(), type, type.equals("compute") ? "/v2.1" : ""));
    }
    return catalogue.toString();
  }

  private void handle(HttpExchange exchange) throws IOException {
    Seen request =
        new Seen(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Auth-Token")).orElse(""),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    seen.add(request);
    String line = request.method() + " " + exchange.getRequestURI().getPath();
    Reply reply = replies.getOrDefault(line, ignored -> Reply.json(404, "{}")).apply(request);
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
