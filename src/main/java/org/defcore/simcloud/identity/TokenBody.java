package org.defcore.simcloud.identity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Times;

/** A token as its issue and its validation show it. */
final class TokenBody {

  private final List<Account> accounts;
  private final Catalogue catalogue;

  TokenBody(List<Account> accounts, Catalogue catalogue) {
    this.accounts = List.copyOf(accounts);
    this.catalogue = catalogue;
  }

  ObjectNode of(IssuedToken token, boolean withCatalog) {
    ObjectNode body = Json.object();
    body.set("methods", Json.strings(token.methods()));
    ObjectNode user = Json.object();
    user.set("domain", domain());
    user.put("id", token.account().userId()).put("name", token.account().name());
    user.putNull("password_expires_at");
    body.set("user", user);
    body.set("audit_ids", Json.strings(token.auditIds()));
    body.put("expires_at", Times.micros(token.expiresAt()) + "Z");
    body.put("issued_at", Times.micros(token.issuedAt()) + "Z");
    token.projectId().ifPresent(project -> scoped(body, project, withCatalog));
    Optional<ApplicationCredential> credential = token.credential();
    if (credential.isPresent()) {
      body.set(
          "application_credential",
          Json.object()
              .put("id", credential.get().id())
              .put("name", credential.get().name())
              .put("restricted", true));
    }
    return body;
  }

  private void scoped(ObjectNode body, String projectId, boolean withCatalog) {
    ObjectNode project = Json.object();
    project.set("domain", domain());
    project.put("id", projectId).put("name", projectName(projectId));
    body.set("project", project);
    body.put("is_domain", false);
    body.set("roles", roles());
    if (withCatalog) {
      body.set("catalog", catalogue.of(projectId));
    }
  }

  private String projectName(String id) {
    return accounts.stream()
        .filter(it -> it.projectId().equals(id))
        .map(Account::name)
        .findFirst()
        .orElse("");
  }

  static ObjectNode domain() {
    return Json.object().put("id", "default").put("name", "Default");
  }

  static ArrayNode roles() {
    ArrayNode roles = Json.array();
    for (String name : List.of("member", "reader")) {
      roles.add(Json.object().put("id", Ids.builtInHex("role " + name)).put("name", name));
    }
    return roles;
  }
}
