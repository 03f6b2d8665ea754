package replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;

/** Stands in for what was masked when it was recorded. */
final class Secrets {

  private static final String MASK = "[redacted]";
  private static final String DISCOVERY = "discovery.har";

  private final JsonNode clouds;
  private final Map<String, String> users = new HashMap<>();
  private final Map<String, String> userOfProject = new HashMap<>();
  private final Map<String, String> tokenOfUser = new ConcurrentHashMap<>();
  private final Map<String, String> tokenOfFile = new ConcurrentHashMap<>();
  private final String member;

  Secrets(Traffic traffic, JsonNode clouds) {
    this.clouds = clouds;
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
    return URI.create(clouds.elements().next().at("/auth/auth_url").asText()).getAuthority();
  }

  /** Tokens of the discovery are the sessions of the run; a test's own belong to that test. */
  void learn(Exchange exchange, String token) {
    if (exchange.isLogin()) {
      if (exchange.file().equals(DISCOVERY)) {
        tokenOfUser.put(users.getOrDefault(user(exchange), user(exchange)), token);
      } else {
        tokenOfFile.put(exchange.file(), token);
      }
    }
  }

  /** A signature cannot be made anew, and brackets are no part of a path. */
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
    String session = session(exchange.url());
    return name.equals("x-subject-token")
        ? tokenOfFile.getOrDefault(exchange.file(), session)
        : session;
  }

  /** What the cloud refused as unknown stays masked: that is refused as well. */
  String body(Exchange exchange) {
    if (!exchange.isLogin()) {
      // Has to be base64; of all other secrets any text will do.
      return exchange.body().replace("\"user_data\":\"" + MASK, "\"user_data\":\"bm9uZQ==");
    }
    return exchange.status() == 401
        ? exchange.body()
        : exchange.body().replace(MASK, secret(exchange));
  }

  private String secret(Exchange login) {
    String user = user(login);
    if (user.isEmpty()) {
      return tokenOfFile.getOrDefault(login.file(), session(login.url()));
    }
    for (JsonNode cloud : clouds) {
      if (cloud.at("/auth/username").asText().equals(users.getOrDefault(user, user))) {
        return cloud.at("/auth/password").asText();
      }
    }
    return MASK;
  }

  private String session(String url) {
    Matcher id = Ids.ID.matcher(url);
    String user = id.find() ? userOfProject.getOrDefault(id.group(), member) : member;
    return tokenOfUser.getOrDefault(user, MASK);
  }

  /** Id or name of who logs in; empty if it is no login by password. */
  private static String user(Exchange login) {
    try {
      JsonNode user = Replay.JSON.readTree(login.body()).at("/auth/identity/password/user");
      return user.path("id").asText(user.path("name").asText());
    } catch (JsonProcessingException e) {
      return "";
    }
  }
}
