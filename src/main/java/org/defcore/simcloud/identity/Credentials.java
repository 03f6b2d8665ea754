package org.defcore.simcloud.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.defcore.simcloud.resource.Shelf;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Times;

/** Application credentials, which belong to users. */
final class Credentials {

  private static final String ALL = " /v3/users/{user}/application_credentials";
  private static final String ONE = ALL + "/{credential}";
  private static final String KEY = "application_credential";
  private static final String NEW =
      """
      {"id": %s, "name": %s, "description": %s, "user_id": %s, "project_id": %s, "secret": %s,
       "roles": %s, "system": null, "expires_at": %s, "unrestricted": null}
      """;
  private static final String ROLE =
      """
      {"domain_id": null, "description": null, "options": {"immutable": true}}
      """;

  private final Object lock = new Object();
  private final Shelf<ObjectNode> credentials;
  private final Accounts accounts;
  private final TokenStore tokens;

  Credentials(Accounts accounts, TokenStore tokens) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.credentials = Shelf.ofDocuments(lock, tokens.timing(), Credentials::missing, it -> false);
  }

  private static Refusal missing(String id) {
    return IdentityFaults.refusal(404, "Could not find Application Credential: " + id + ".");
  }

  List<Operation> operations() {
    String resource = "identity.application-credentials.";
    return List.of(
        Operation.of(resource + "create", "POST" + ALL, this::create),
        Operation.of(resource + "list", "GET" + ALL, this::list),
        Operation.of(resource + "show", "GET" + ONE, this::show),
        Operation.of(resource + "delete", "DELETE" + ONE, this::delete));
  }

  /** The credential of that id, of any user, if the secret is right and it has not expired. */
  Optional<ObjectNode> find(JsonNode proof) {
    ObjectNode found =
        credentials.everyone(it -> it.path("id").equals(proof.path("id"))).stream()
            .findFirst()
            .orElseThrow(() -> missing(proof.path("id").asText()));
    boolean expired =
        !found.path("expires_at").isNull()
            && Times.ofText(found.path("expires_at").asText()).isBefore(now());
    return Optional.of(found)
        .filter(it -> !expired && it.path("secret").equals(proof.path("secret")));
  }

  private Instant now() {
    return tokens.timing().clock().instant();
  }

  /** The time at which it is to expire, if any, as answers have it. */
  private JsonNode end(JsonNode asked) {
    if (!asked.isTextual()) {
      return asked;
    }
    try {
      Instant end = Times.ofText(asked.asText());
      if (end.isBefore(now())) {
        throw IdentityFaults.malformed("The 'expires_at' must not be before now.");
      }
      return TextNode.valueOf(Times.micros(end));
    } catch (DateTimeParseException e) {
      throw IdentityFaults.malformed("Timestamp not in expected format.");
    }
  }

  List<String> resources() {
    return credentials.everyone(it -> true).stream()
        .map(it -> "application-credential %s %s".formatted(id(it), it.path("name").asText()))
        .toList();
  }

  private static String id(JsonNode credential) {
    return credential.path("id").asText();
  }

  private Reply create(Incoming request) throws IOException {
    Account account = accounts.self(request, "create_application_credential");
    JsonNode asked = request.sent(KEY);
    JsonNode name = asked.path("name");
    String secret = asked.path("secret").asText(tokens.random(64));
    String user = account.userId();
    JsonNode text = asked.path("description");
    String project = account.projectId();
    JsonNode end = end(asked.path("expires_at"));
    ObjectNode made = Json.form(NEW, Ids.hex32(), name, text, user, project, secret, roles(), end);
    synchronized (lock) {
      if (credentials.all(user).stream().anyMatch(it -> it.path("name").equals(name))) {
        throw IdentityFaults.refusal(409, "Duplicate entry found with name " + name.asText());
      }
      credentials.add(id(made), user, made);
    }
    return Reply.json(201, Json.wrap(KEY, shown(request, made).put("secret", secret)));
  }

  private static JsonNode roles() {
    JsonNode roles = Accounts.roles();
    roles.forEach(it -> ((ObjectNode) it).setAll(Json.form(ROLE)));
    return roles;
  }

  private Reply list(Incoming request) {
    Account account = accounts.self(request, "list_application_credentials");
    List<ObjectNode> own =
        credentials.all(account.userId()).stream()
            .filter(it -> request.query("name").map(it.path("name").asText()::equals).orElse(true))
            .sorted(Comparator.comparing(it -> it.path("name").asText()))
            .map(it -> shown(request, it))
            .toList();
    return Accounts.listed(request, "application_credentials", own);
  }

  private Reply show(Incoming request) {
    return Reply.json(200, Json.wrap(KEY, shown(request, one(request))));
  }

  private Reply delete(Incoming request) {
    String id = id(one(request));
    credentials.remove(id);
    tokens.revokeAllOf(id);
    return Reply.empty(204);
  }

  private ObjectNode one(Incoming request) {
    Account account = accounts.self(request, "get_application_credential");
    return credentials.require(account.userId(), request.part("credential"));
  }

  private static ObjectNode shown(Incoming request, ObjectNode credential) {
    String self = request.base() + "/v3/application_credentials/" + id(credential);
    ObjectNode shown = credential.deepCopy().without("secret");
    return shown.set("links", Json.object().put("self", self));
  }
}
