package org.defcore.clouds;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.defcore.clouds.Credentials.Method;
import org.defcore.http.LocalServer;
import org.defcore.http.LocalServer.Asked;
import org.defcore.http.LocalServer.Reply;
import org.defcore.http.proxy.ProxyRules;
import org.defcore.http.tls.TlsSettings;

/** A server that answers as it is told; everything else is 404. */
public final class TinyCloud implements AutoCloseable {

  private final Map<String, Function<Asked, Reply>> replies = new ConcurrentHashMap<>();
  private final LocalServer server = new LocalServer(this::reply);
  private final AtomicInteger tokens = new AtomicInteger();
  private String lifetime = "2030-01-01T01:00:00.000000Z";
  private String services = "compute image network volumev3 object-store dns";

  public TinyCloud() {
    on("POST /v3/auth/tokens", this::login);
  }

  public String url() {
    return server.url();
  }

  public TinyCloud on(String line, Reply reply) {
    return on(line, ignored -> reply);
  }

  public TinyCloud on(String line, Function<Asked, Reply> reply) {
    replies.put(line, reply);
    return this;
  }

  /** Changes the answer to a login. */
  public TinyCloud changing(UnaryOperator<Reply> change) {
    return on("POST /v3/auth/tokens", it -> change.apply(login(it)));
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

  public List<Asked> seen() {
    return server.asked();
  }

  public List<String> lines() {
    return seen().stream().map(Asked::line).toList();
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
        TlsSettings.USUAL,
        ProxyRules.NONE,
        Map.of(),
        FurtherSettings.NONE);
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
        Optional.empty(),
        Optional.empty(),
        "s3cret-of-" + user);
  }

  /**
   * With these of userId, userName, userDomain, projectId, credentialId, credentialName, passcode.
   */
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
        Optional.ofNullable(parts.get("passcode")),
        Optional.empty(),
        secret);
  }

  /** A token in the answer to a login as keystone writes it. */
  public Reply login(Asked request) {
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

  private Reply reply(Asked request) {
    return replies
        .getOrDefault(request.method() + " " + request.path(), ignored -> Reply.json(404, "{}"))
        .apply(request);
  }

  @Override
  public void close() {
    server.close();
  }
}
