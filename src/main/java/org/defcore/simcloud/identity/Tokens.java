package org.defcore.simcloud.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/** Issue of tokens to users who prove their identity, validation and revocation of tokens. */
record Tokens(
    TokenStore store,
    Accounts accounts,
    Passwords passwords,
    Credentials credentials,
    Catalogue catalogue,
    Receipts receipts) {

  private static final String ALL = " /v3/auth/tokens";

  List<Operation> operations() {
    return List.of(
        Operation.of("identity.tokens.validate", "GET" + ALL, this::validate),
        Operation.of("identity.tokens.revoke", "DELETE" + ALL, this::revoke),
        Operation.open("identity.tokens.create", "POST" + ALL, this::create),
        Operation.of("identity.tokens.check", "HEAD" + ALL, this::validate),
        Operation.of("identity.catalog.show", "GET /v3/auth/catalog", this::catalog));
  }

  private Reply create(Incoming request) throws IOException {
    JsonNode auth = request.sent("auth");
    JsonNode identity = auth.path("identity");
    Set<String> methods = texts(identity.path("methods"));
    for (String method : methods) {
      if (!identity.path(method).isObject()) {
        throw IdentityFaults.refusal(400, "Expecting to find " + method + " in identity.");
      }
    }
    Proof proof =
        methods.stream()
            .map(it -> prove(it, identity.path(it)))
            .reduce((one, other) -> one.flatMap(it -> other.flatMap(it::and)))
            .flatMap(Function.identity())
            .flatMap(it -> receipts.proven(request, it.account()).map(it::with))
            .orElseThrow(() -> stranger(request));
    return proof.isSufficient()
        ? reply(201, request, store.issue(proof, scope(request, proof, auth.path("scope"))))
        : receipts.issue(proof);
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new LinkedHashSet<>();
    list.forEach(it -> texts.add(it.asText()));
    return texts;
  }

  private Optional<Proof> prove(String method, JsonNode sent) {
    return switch (method) {
      case "password" -> password(sent.path("user"));
      case "totp" -> passcode(sent.path("user"));
      case "token" -> Optional.of(token(sent.path("id").asText()));
      case "application_credential" -> credential(sent);
      default -> Optional.empty();
    };
  }

  private static Refusal stranger(Incoming request) {
    return new Refusal(IdentityFaults.unauthorized(request.base()));
  }

  private Optional<Proof> password(JsonNode user) {
    return accounts
        .user(user)
        .filter(it -> passwords.isRight(it, user.path("password").asText()))
        .map(it -> Proof.of(it, "password"));
  }

  private Optional<Proof> passcode(JsonNode user) {
    String passcode = Objects.requireNonNullElse(user.path("passcode").textValue(), "");
    Instant now = store.timing().second();
    return accounts
        .user(user)
        .filter(it -> it.totp().filter(totp -> totp.accepts(passcode, now)).isPresent())
        .map(it -> Proof.of(it, "totp"));
  }

  private Proof token(String id) {
    TokenStore.Issued parent =
        store
            .find(id)
            .orElseThrow(() -> IdentityFaults.refusal(404, "Could not recognize the token"));
    return new Proof(
            accounts.of(parent.owner()),
            Set.of("token"),
            Optional.of(parent),
            Optional.ofNullable(parent.told().get("application_credential")))
        .with(texts(parent.told().path("methods")));
  }

  private Optional<Proof> credential(JsonNode sent) {
    Optional<ObjectNode> found = credentials.find(sent);
    Optional<JsonNode> told =
        found.map(it -> it.deepCopy().retain("id", "name").put("restricted", true));
    return found
        .flatMap(it -> accounts.user(Json.object().set("id", it.path("user_id"))))
        .map(it -> new Proof(it, Set.of("application_credential"), Optional.empty(), told));
  }

  private Optional<String> scope(Incoming request, Proof proof, JsonNode scope) {
    Account own = proof.account();
    boolean asked = !scope.isMissingNode() && proof.credential().isEmpty();
    if (asked && (scope.asText().equals("unscoped") || scope.has("unscoped"))) {
      return Optional.empty();
    }
    if (asked && accounts.project(scope.path("project")).filter(own::equals).isEmpty()) {
      throw stranger(request);
    }
    return Optional.of(own.projectId());
  }

  private Reply validate(Incoming request) {
    return reply(200, request, subject(request, "validate_token"));
  }

  private Reply revoke(Incoming request) {
    store.revoke(subject(request, "revoke_token").id());
    return Reply.empty(204);
  }

  private TokenStore.Issued subject(Incoming request, String action) {
    String id =
        request.header("X-Subject-Token").orElseThrow(() -> IdentityFaults.forbidden(action));
    TokenStore.Issued token =
        store.find(id).orElseThrow(() -> IdentityFaults.refusal(404, "Failed to validate token"));
    if (!token.owner().userId().equals(request.caller().userId())) {
      throw IdentityFaults.forbidden(action);
    }
    return token;
  }

  private Reply reply(int status, Incoming request, TokenStore.Issued token) {
    ObjectNode body = token.told().deepCopy();
    if (request.query("nocatalog").isEmpty()) {
      token.owner().projectId().ifPresent(it -> body.set("catalog", catalogue.of(it)));
    }
    return Reply.json(status, Json.wrap("token", body)).with("X-Subject-Token", token.id());
  }

  private Reply catalog(Incoming request) {
    ObjectNode body = Json.wrap("catalog", catalogue.of(request.caller().project()));
    body.putObject("links").put("self", request.base() + request.path());
    return Reply.json(200, body);
  }
}
