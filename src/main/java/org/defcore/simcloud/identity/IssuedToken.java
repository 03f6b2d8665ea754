package org.defcore.simcloud.identity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Times;

/** A token with user and scope; one without a project is not scoped. */
record IssuedToken(
    String id,
    Account account,
    Optional<String> projectId,
    List<String> methods,
    List<String> auditIds,
    Instant issuedAt,
    Instant expiresAt,
    Optional<ObjectNode> credential) {

  private static final String SHOWN =
      """
      {"methods": %s, "audit_ids": %s, "expires_at": %s, "issued_at": %s,
       "user": {"domain": {"id": "default", "name": "Default"}, "id": %s, "name": %s,
        "password_expires_at": null}}
      """;
  private static final String SCOPE =
      """
      {"project": {"domain": {"id": "default", "name": "Default"}, "id": %s, "name": %s},
       "is_domain": false, "roles": %s}
      """;

  IssuedToken {
    methods = List.copyOf(methods);
    auditIds = List.copyOf(auditIds);
  }

  /** The token as its issue and its validation show it, but without a catalogue. */
  ObjectNode shown() {
    ObjectNode body =
        Json.form(
            SHOWN,
            methods,
            auditIds,
            Times.micros(expiresAt) + "Z",
            Times.micros(issuedAt) + "Z",
            account.userId(),
            account.name());
    projectId.ifPresent(it -> body.setAll(Json.form(SCOPE, it, account.name(), roles())));
    credential.ifPresent(
        it ->
            body.set(
                "application_credential",
                it.deepCopy().retain("id", "name").put("restricted", true)));
    return body;
  }

  /** The roles of every user in their project. */
  static ArrayNode roles() {
    return Json.array(
        Stream.of("member", "reader")
            .map(it -> Json.object().put("id", Ids.builtInHex("role " + it)).put("name", it))
            .toList());
  }

  @Override
  public String toString() {
    return "IssuedToken[" + account + "]";
  }
}
