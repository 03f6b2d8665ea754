package replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;

/** Supplies the values that were masked in the recording. */
final class Secrets {

  private static final String MASK = "[redacted]";

  private final JsonNode clouds;
  private final String authority;
  private final Map<String, String> users = new HashMap<>();
  private final Map<String, String> userOfProject = new HashMap<>();
  private final Map<String, String> tokenOfUser = new ConcurrentHashMap<>();
  private final Map<String, String> tokenOfFile = new ConcurrentHashMap<>();
  private final String member;

  Secrets(Traffic traffic, JsonNode clouds, String cloud) {
    this.clouds = clouds;
    this.authority = URI.create(clouds.path(cloud).at("/auth/auth_url").asText()).getAuthority();
    for (Exchange exchange : traffic.exchanges()) {
      JsonNode token = exchange.answer().path("token");
      String user = token.at("/user/name").asText();
      if (exchange.isLogin() && !user.isEmpty()) {
        users.put(token.at("/user/id").asText(), user);
        userOfProject.putIfAbsent(token.at("/project/id").asText(), user);
      }
    }
    String first = user(traffic.exchanges().get(0));
    this.member = users.getOrDefault(first, first);
  }

  String authority() {
    return authority;
  }

  /** Tokens of the discovery are the sessions of the run; a test's own belong to that test. */
  void learn(Exchange exchange, String token) {
    if (exchange.isLogin()) {
      if (exchange.isDiscovery()) {
        tokenOfUser.put(users.getOrDefault(user(exchange), user(exchange)), token);
      } else {
        tokenOfFile.put(exchange.file(), token);
      }
    }
  }

  /** The URL without its signature, which cannot be recomputed, and without brackets, which no path has. */
  String url(Exchange exchange) {
    return exchange.url().replace(MASK, "redacted");
  }

  boolean isLost(Exchange exchange) {
    return exchange.url().contains(MASK);
  }

  String header(Exchange exchange, String name, String recorded) {
    if (!recorded.equals(MASK) || exchange.status() == 401) {
      return recorded;
    }
    return name.equals("x-subject-token") ? token(exchange) : session(exchange.url());
  }

  /** The body with its secrets. Those that the cloud refused as unknown stay masked, since the mask is refused as well. */
  String body(Exchange exchange) {
    if (!exchange.isLogin()) {
      // Has to be base64; of all other secrets any text will do.
      return exchange.body().replace("\"user_data\":\"" + MASK, "\"user_data\":\"bm9uZQ==");
    }
    if (exchange.status() == 401) {
      return exchange.body();
    }
    return user(exchange).isEmpty()
        ? exchange.body().replace(MASK, token(exchange))
        : login(exchange);
  }

  private String token(Exchange exchange) {
    return tokenOfFile.getOrDefault(exchange.file(), session(exchange.url()));
  }

  /** A password that is part of the user's or project's name has masked that as well. */
  private String login(Exchange exchange) {
    JsonNode auth = cloud(exchange).path("auth");
    JsonNode body = tree(exchange.body());
    ObjectNode user = (ObjectNode) body.at("/auth/identity/password/user");
    unmask(user, "name", auth.path("username"));
    unmask(user, "password", auth.path("password"));
    if (body.at("/auth/scope/project") instanceof ObjectNode project) {
      unmask(project, "name", auth.path("project_name"));
    }
    return body.toString();
  }

  private static void unmask(ObjectNode node, String field, JsonNode known) {
    if (node.path(field).asText().contains(MASK)) {
      node.set(field, known);
    }
  }

  private JsonNode cloud(Exchange login) {
    String user = users.getOrDefault(user(login), user(login));
    for (JsonNode cloud : clouds) {
      JsonNode auth = cloud.path("auth");
      String name = auth.path("username").asText();
      if (name.equals(user) || name.replace(auth.path("password").asText(), MASK).equals(user)) {
        return cloud;
      }
    }
    throw new IllegalStateException("no cloud of clouds.yaml has the user " + user);
  }

  private String session(String url) {
    Matcher id = Ids.ID.matcher(url);
    String user = id.find() ? userOfProject.getOrDefault(id.group(), member) : member;
    return tokenOfUser.getOrDefault(user, MASK);
  }

  /** Id or name of who logs in; empty if it is no login by password. */
  private static String user(Exchange login) {
    JsonNode user = tree(login.body()).at("/auth/identity/password/user");
    return user.path("id").asText(user.path("name").asText());
  }

  private static JsonNode tree(String body) {
    try {
      return Replay.JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return Replay.JSON.missingNode(); // Broken on purpose, so no login.
    }
  }
}
