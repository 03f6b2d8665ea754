package org.defcore.simcloud.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.defcore.simcloud.resource.Shelf;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** Application credentials, which belong to users. */
final class Credentials {

  private static final String ALL = " /v3/users/{user}/application_credentials";
  private static final String ONE = ALL + "/{credential}";
  private static final String KEY = "application_credential";
  private static final String SHOWN =
      """
      {"id": %s, "name": %s, "description": %s, "user_id": %s, "project_id": %s, "roles": %s,
       "system": null, "expires_at": null, "unrestricted": null, "links": {"self": %s}}
      """;

  private final Object lock = new Object();
  private final Shelf<ApplicationCredential> credentials;
  private final Accounts accounts;
  private final TokenStore tokens;

  Credentials(Accounts accounts, TokenStore tokens) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.credentials =
        Shelf.of(
            lock,
            tokens.timing(),
            id ->
                IdentityFaults.refusal(404, "Could not find Application Credential: " + id + "."));
  }

  List<Operation> operations() {
    String resource = "identity.application-credentials.";
    return List.of(
        Operation.of(resource + "create", "POST" + ALL, this::create),
        Operation.of(resource + "list", "GET" + ALL, this::list),
        Operation.of(resource + "show", "GET" + ONE, this::show),
        Operation.of(resource + "delete", "DELETE" + ONE, this::delete));
  }

  /** The credential of this id and secret, whosever it is. */
  Optional<ApplicationCredential> find(String id, String secret) {
    return credentials.everyone(it -> it.id().equals(id) && it.secret().equals(secret)).stream()
        .findFirst();
  }

  List<String> resources() {
    return credentials.everyone(it -> true).stream()
        .map(it -> "application-credential " + it.id() + " " + it.name())
        .toList();
  }

  private Reply create(Incoming request) throws IOException {
    Account account = accounts.self(request, "create_application_credential");
    JsonNode asked = request.sent(KEY);
    String name = asked.path("name").asText();
    String secret = asked.path("secret").asText(tokens.random(64));
    ApplicationCredential made =
        new ApplicationCredential(Ids.hex32(), name, asked.path("description"), account, secret);
    synchronized (lock) {
      if (credentials.all(account.userId()).stream().anyMatch(it -> it.name().equals(name))) {
        throw IdentityFaults.refusal(409, "Duplicate entry found with name " + name);
      }
      credentials.add(made.id(), account.userId(), made);
    }
    return Reply.json(201, Json.wrap(KEY, shown(request, made).put("secret", secret)));
  }

  private Reply list(Incoming request) {
    Account account = accounts.self(request, "list_application_credentials");
    List<ObjectNode> own =
        credentials.all(account.userId()).stream()
            .sorted(Comparator.comparing(ApplicationCredential::name))
            .map(it -> shown(request, it))
            .toList();
    return Accounts.listed(request, "application_credentials", own);
  }

  private Reply show(Incoming request) {
    return Reply.json(200, Json.wrap(KEY, shown(request, one(request))));
  }

  private Reply delete(Incoming request) {
    ApplicationCredential credential = one(request);
    credentials.remove(credential.id());
    tokens.revokeAllOf(credential);
    return Reply.empty(204);
  }

  private ApplicationCredential one(Incoming request) {
    Account account = accounts.self(request, "get_application_credential");
    return credentials.require(account.userId(), request.part("credential"));
  }

  private static ObjectNode shown(Incoming request, ApplicationCredential it) {
    JsonNode roles = IssuedToken.roles();
    for (JsonNode role : roles) {
      ((ObjectNode) role)
          .putNull("domain_id")
          .putNull("description")
          .set("options", Json.object().put("immutable", true));
    }
    Account account = it.account();
    String self = request.base() + "/v3/application_credentials/" + it.id();
    return Json.form(
        SHOWN,
        it.id(),
        it.name(),
        it.description(),
        account.userId(),
        account.projectId(),
        roles,
        self);
  }
}
