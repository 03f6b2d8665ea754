package org.defcore.clouds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.defcore.http.HttpTransport;
import org.defcore.http.message.Header;
import org.defcore.http.message.HttpRequest;
import org.defcore.http.message.HttpRequest.Framing;
import org.defcore.http.message.HttpRequest.Payload;
import org.defcore.http.message.HttpResponse;
import org.defcore.http.message.Recording;

/** One login as one user; each thing that can go wrong has its own message. */
final class Login {

  private static final String JSON_TYPE = "application/json";

  private final CloudConfig config;
  private final HttpTransport transport;
  private final Clock clock;
  private final Duration longest;
  private final URI tokens;
  private final LoginProblem problem;

  /**
   * @param longest how long the cloud may take to answer
   */
  Login(CloudConfig config, HttpTransport transport, Clock clock, Duration longest) {
    this.config = config;
    this.transport = transport;
    this.clock = clock;
    this.longest = longest;
    this.tokens = IdentityUrl.of(config.authUrl()).tokens();
    this.problem = new LoginProblem(config, tokens);
  }

  /**
   * @throws CloudException if it is refused or impossible
   */
  TokenGrant grant(Recording recording) {
    // A variable that is wrong is named before anything is sent.
    config.proxy(tokens);
    Credentials who = config.credentials();
    who.secrets().forEach(transport.secrets()::add);
    LoginCalls calls = new LoginCalls(transport, recording, longest);
    Credentials proven =
        who.openId()
            .map(it -> who.withToken(new OpenIdLogin(config, it, calls).token()))
            .orElse(who);
    HttpResponse response = calls.send(request(proven), problem);
    requireSuccess(response, calls);
    Optional<String> token = response.header("X-Subject-Token").filter(it -> !it.isBlank());
    token.ifPresent(transport.secrets()::add);
    JsonNode answer = LoginCalls.json(response).path("token");
    if (!answer.isObject()) {
      throw problem.answer("a JSON object with a token", described(response));
    }
    return grant(
        token.orElseThrow(() -> problem.answer("a header X-Subject-Token", "none")), answer);
  }

  private void requireSuccess(HttpResponse response, LoginCalls calls) {
    if (response.status() == 401 && response.header("Openstack-Auth-Receipt").isPresent()) {
      throw problem.incomplete(missing(LoginCalls.json(response)));
    }
    if (response.status() == 400 && asksForCertificate(response)) {
      throw problem.certificate();
    }
    if (response.status() != 201 && response.status() != 200) {
      throw problem.status(response.status(), calls.line(reason(response)));
    }
  }

  /** The two pages of nginx: no required one was sent, or one that it does not trust. */
  private static boolean asksForCertificate(HttpResponse response) {
    String page = new String(response.body(), StandardCharsets.UTF_8);
    return page.startsWith("<html>") && page.contains(" SSL certificate ");
  }

  /** The methods that a receipt lacks: for each way to log in those not used yet. */
  private static String missing(JsonNode answer) {
    Set<String> used = texts(answer.path("receipt").path("methods"));
    return StreamSupport.stream(answer.path("required_auth_methods").spliterator(), false)
        .map(Login::texts)
        .filter(it -> it.containsAll(used))
        .map(
            it ->
                it.stream()
                    .filter(method -> !used.contains(method))
                    .collect(Collectors.joining(" and ")))
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(" or "), it -> it.isEmpty() ? "another method" : it));
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new TreeSet<>();
    list.forEach(it -> texts.add(it.asText("").replaceAll("\\W", "_")));
    return texts;
  }

  private TokenGrant grant(String token, JsonNode answer) {
    String project = answer.path("project").path("id").asText("");
    if (project.isEmpty()) {
      throw problem.unscoped();
    }
    if (answer.path("user").path("id").asText("").isEmpty()) {
      throw problem.answer("token.user.id", "none");
    }
    ServiceCatalogue catalogue =
        ServiceCatalogue.of(config, project, answer.path("catalog"), transport.secrets()::redact);
    return new TokenGrant(
        token,
        answer,
        catalogue,
        TokenGrant.renewal(clock.instant(), life(answer), config.credentials().method()));
  }

  private HttpRequest request(Credentials who) {
    byte[] body;
    try {
      body = LoginCalls.JSON.writeValueAsBytes(LoginRequest.of(who));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of text is always writable", e);
    }
    return new HttpRequest(
        "POST",
        tokens,
        List.of(new Header("Accept", JSON_TYPE)),
        Optional.of(new Payload(body, JSON_TYPE, Framing.CONTENT_LENGTH)));
  }

  private Duration life(JsonNode answer) {
    OffsetDateTime issued = time(answer, "issued_at");
    OffsetDateTime expires = time(answer, "expires_at");
    Duration life = Duration.between(issued, expires);
    if (life.isZero() || life.isNegative()) {
      throw problem.token("token.expires_at after token.issued_at, " + issued, expires.toString());
    }
    return life;
  }

  private OffsetDateTime time(JsonNode answer, String field) {
    JsonNode found = answer.path(field);
    try {
      return OffsetDateTime.parse(found.asText(""));
    } catch (DateTimeParseException e) {
      throw problem.token(
          "a time with a zone in token." + field,
          found.isMissingNode() ? "none" : transport.secrets().redact(found.toString()));
    }
  }

  private static String described(HttpResponse response) {
    if (response.body().length == 0) {
      return "an empty body";
    }
    String type =
        response.header("Content-Type").map(it -> it.replaceFirst(";.*", "")).orElse("no type");
    return type.equals(JSON_TYPE)
        ? "JSON that is cut short or something else"
        : "a body of type " + type;
  }

  /** The message of the cloud; empty if it sent none in JSON. */
  private static String reason(HttpResponse response) {
    return LoginCalls.json(response).path("error").path("message").asText("");
  }
}
