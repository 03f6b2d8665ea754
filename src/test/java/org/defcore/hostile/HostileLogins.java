package org.defcore.hostile;

import static org.defcore.hostile.WireCall.TOKEN;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.defcore.clouds.CloudException;
import org.defcore.clouds.Session;
import org.defcore.clouds.TinyCloud;
import org.defcore.clouds.discovery.Discovery;
import org.defcore.hostile.Behaviour.Met;
import org.defcore.hostile.Behaviour.Trial;
import org.defcore.http.HttpTransport;
import org.defcore.http.LocalServer.Reply;
import org.defcore.http.TransportSettings;
import org.defcore.http.message.Recording;
import org.defcore.http.redact.Secrets;
import org.defcore.service.Service;

/** Answers to a login, and what they lead to when the cloud is looked at. */
final class HostileLogins {

  static final String PASSWORD = "s3cret-of-anna";

  private final List<Behaviour> all = new ArrayList<>();

  static List<Behaviour> all() {
    HostileLogins logins = new HostileLogins();
    logins.tokens();
    logins.catalogues();
    logins.identities();
    logins.refusals();
    return logins.all;
  }

  private void tokens() {
    granted("a token of 20 KB", it -> it.with("X-Subject-Token", TOKEN + "x".repeat(20_000)));
    granted("a blank token", it -> it.with("X-Subject-Token", " "));
    granted("a token of one letter", it -> it.with("X-Subject-Token", "e"));
    granted("a token that is a word", it -> it.with("X-Subject-Token", "compute"));
    granted("a token of odd characters", it -> it.with("X-Subject-Token", "\u0001\u00e4\u007f"));
    body(
        "a token until the end of time",
        "2030-01-01T01:00:00.000000Z",
        "+999999999-12-31T23:59:59Z");
    body("a token that has expired", "2030-01-01T01:00:00.000000Z", "2029-01-01T01:00:00.000000Z");
    body("a token until tomorrow", "2030-01-01T01:00:00.000000Z", "tomorrow");
  }

  private void catalogues() {
    for (String address :
        List.of(
            "http://127.0.0.1:99999/",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "http://[::1",
            "http://u:" + PASSWORD + "@127.0.0.1:1/",
            "http://127.0.0.1:1/a b",
            "http://127.0.0.1:1/%zz",
            "http://127.0.0.1:1/" + "x".repeat(9_000),
            "http://\\u001b[31m/",
            "http:///x",
            "http://127.0.0.1:1/\\ud800",
            "")) {
      String name = address.replaceAll("x{9,}", "xxx…").replace(PASSWORD, "PASSWORD");
      granted(
          "addresses `" + name + "` in the catalogue",
          it ->
              Reply.json(
                      201,
                      it.body()
                          .replaceAll(
                              "(?<='url': ')".replace('\'', '"') + "[^\"]*",
                              address.replace("\\", "\\\\")))
                  .with("X-Subject-Token", TOKEN));
    }
    granted(
        "5,000 endpoints",
        it ->
            json(
                it.body()
                    .replaceFirst(
                        "\"endpoints\": \\[(\\{[^}]*})",
                        "\"endpoints\": ["
                            + "$1,".repeat(1)
                            + many(
                                "{\"interface\": \"public\", \"region\": \"One\", \"url\": \"http://127.0.0.1:1/\"}",
                                5_000))));
    granted(
        "services of odd shapes",
        it ->
            json(
                it.body()
                    .replaceFirst(
                        "\"catalog\": \\[",
                        "\"catalog\": [7, null, [], {\"endpoints\": {\"a\": 1}},")));
  }

  private static String many(String one, int number) {
    return (one + ",").repeat(number - 1) + one;
  }

  private void identities() {
    body("a project id that leads elsewhere", "\"id\": \"p1\"", "\"id\": \"../../v3/users\"");
    body("a project id with blanks", "\"id\": \"p1\"", "\"id\": \"a b?c#d%zz\"");
    body(
        "a project id of control characters", "\"id\": \"p1\"", "\"id\": \"\\u0000\\u001b[2J\\n\"");
    body("a project id of half a character", "\"id\": \"p1\"", "\"id\": \"\\ud800\"");
    body("a project id of 20 KB", "\"id\": \"p1\"", "\"id\": \"" + "x".repeat(20_000) + "\"");
    body("a project id that is a list", "\"id\": \"p1\"", "\"id\": [\"p1\"]");
    body("a user that is none", "\"user\": \\{\"id\": \"id-of-anna\",", "\"user\": {");
  }

  private void refusals() {
    login(
        "400 with the caller's password",
        new Reply(
            400,
            Map.of("Content-Type", "application/json"),
            "{\"error\": {\"message\": \"no " + PASSWORD + "\"}}"));
    login(
        "400 with a message of 1 MiB",
        Reply.json(400, "{\"error\": {\"message\": \"" + "\\u001b".repeat(170_000) + "\"}}"));
    login(
        "a million brackets",
        Reply.json(201, "[".repeat(1_000_000)).with("X-Subject-Token", TOKEN));
    login(
        "a page in place of a token",
        new Reply(200, Map.of("Content-Type", "text/html"), "<html>"));
    login(
        "a receipt of odd shapes",
        Reply.json(
                401,
                "{\"receipt\": {\"methods\": {\"a\": [1]}}, \"required_auth_methods\": [7, [[]], {\"b\": \"\\u001b[2J\"}]}")
            .with("Openstack-Auth-Receipt", TOKEN));
    login(
        "a redirect to another host",
        new Reply(307, Map.of("Location", "http://127.0.0.1:1/v3"), ""));
  }

  private void body(String name, String from, String to) {
    granted(name, it -> json(it.body().replaceFirst(from, to.replace("\\", "\\\\"))));
  }

  private static Reply json(String body) {
    return Reply.json(201, body).with("X-Subject-Token", TOKEN);
  }

  /** Changes the answer to a login that works. */
  private void granted(String name, UnaryOperator<Reply> change) {
    add(
        name,
        () -> {
          try (TinyCloud cloud = new TinyCloud()) {
            return log(cloud.changing(change));
          }
        });
  }

  private void login(String name, Reply reply) {
    add(
        name,
        () -> {
          try (TinyCloud cloud = new TinyCloud()) {
            return log(cloud.on("POST /v3/auth/tokens", reply));
          }
        });
  }

  private void add(String name, Trial trial) {
    all.add(new Behaviour("login", name, trial));
  }

  private static Met log(TinyCloud cloud) {
    Secrets secrets = new Secrets();
    Recording recording = new Recording();
    try (HttpTransport transport = new HttpTransport(TransportSettings.defaults(), secrets)) {
      Session session = Session.login(cloud.config(), transport, recording);
      String facts =
          Discovery.observe(session, Set.of(Service.IMAGE, Service.VOLUME), recording).toString();
      return Met.of("logged in", "", facts + recording.exchanges());
    } catch (CloudException e) {
      return Met.of("refused", e.getMessage(), e.getMessage() + recording.exchanges());
    }
  }
}
