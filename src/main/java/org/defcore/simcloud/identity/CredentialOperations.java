package org.defcore.simcloud.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** Application credentials of the caller. */
final class CredentialOperations {

  private static final String ALL = " /v3/users/{user}/application_credentials";
  private static final String ONE = ALL + "/{credential}";

  private final Map<String, ApplicationCredential> credentials = new ConcurrentHashMap<>();
  private final List<Account> accounts;
  private final TokenStore tokens;

  CredentialOperations(List<Account> accounts, TokenStore tokens) {
    this.accounts = List.copyOf(accounts);
    this.tokens = tokens;
  }

  List<Operation> operations() {
    String resource = "identity.application-credentials.";
    return List.of(
        Operation.of(resource + "create", "POST" + ALL, this::create),
        Operation.of(resource + "list", "GET" + ALL, this::list),
        Operation.of(resource + "show", "GET" + ONE, this::show),
        Operation.of(resource + "delete", "DELETE" + ONE, this::delete));
  }

  Optional<ApplicationCredential> find(String id) {
    return Optional.ofNullable(credentials.get(id));
  }

  List<String> resources() {
    return credentials.values().stream()
        .map(it -> "application-credential " + it.id() + " " + it.name())
        .sorted()
        .toList();
  }

  private Reply create(Incoming request) throws IOException {
    Account account = owner(request, "create_application_credential");
    JsonNode asked =
        request.json().map(it -> it.path("application_credential")).orElse(Json.object());
    if (!asked.path("name").isTextual()) {
      throw IdentityFaults.badRequest("name", "application_credential");
    }
    String name = asked.path("name").asText();
    String secret =
        asked.path("secret").isTextual() ? asked.path("secret").asText() : tokens.random(64);
    ApplicationCredential credential =
        new ApplicationCredential(
            Ids.hex32(), name, asked.path("description").asText(""), account, secret);
    synchronized (credentials) {
      if (credentials.values().stream()
          .anyMatch(it -> it.name().equals(name) && it.account().equals(account))) {
        return IdentityFaults.fault(409, "Conflict", "Duplicate entry found with name " + name);
      }
      credentials.put(credential.id(), credential);
    }
    ObjectNode body = body(request, credential).put("secret", secret);
    return Reply.json(201, Json.wrap("application_credential", body));
  }

  private Reply list(Incoming request) {
    Account account = owner(request, "list_application_credentials");
    List<ObjectNode> own =
        credentials.values().stream()
            .filter(it -> it.account().equals(account))
            .sorted(Comparator.comparing(ApplicationCredential::name))
            .map(it -> body(request, it))
            .toList();
    ObjectNode reply = Json.wrap("application_credentials", Json.array(own));
    reply.set("links", IdentityService.listLinks(request));
    return Reply.json(200, reply);
  }

  private Reply show(Incoming request) {
    return Reply.json(200, Json.wrap("application_credential", body(request, one(request))));
  }

  private Reply delete(Incoming request) {
    ApplicationCredential credential = one(request);
    credentials.remove(credential.id());
    tokens.revokeAllOf(credential);
    return Reply.empty(204);
  }

  private ApplicationCredential one(Incoming request) {
    Account account = owner(request, "get_application_credential");
    String id = request.part("credential");
    return find(id)
        .filter(it -> it.account().equals(account))
        .orElseThrow(
            () -> IdentityFaults.notFound("Could not find Application Credential: " + id + "."));
  }

  private Account owner(Incoming request, String action) {
    return accounts.stream()
        .filter(it -> it.userId().equals(request.caller().userId()))
        .filter(it -> it.userId().equals(request.part("user")))
        .findFirst()
        .orElseThrow(() -> IdentityFaults.forbidden(action));
  }

  private static ObjectNode body(Incoming request, ApplicationCredential credential) {
    ArrayNode roles = TokenBody.roles();
    for (JsonNode role : roles) {
      ((ObjectNode) role)
          .putNull("domain_id")
          .putNull("description")
          .set("options", Json.object().put("immutable", true));
    }
    ObjectNode body = Json.object().put("id", credential.id()).put("name", credential.name());
    if (credential.description().isEmpty()) {
      body.putNull("description");
    } else {
      body.put("description", credential.description());
    }
    body.put("user_id", credential.account().userId());
    body.put("project_id", credential.account().projectId());
    body.putNull("system").putNull("expires_at").putNull("unrestricted").set("roles", roles);
    String self = request.base() + "/v3/application_credentials/" + credential.id();
    body.set("links", Json.object().put("self", self));
    return body;
  }
}
