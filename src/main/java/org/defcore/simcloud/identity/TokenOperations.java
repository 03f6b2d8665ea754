package org.defcore.simcloud.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** Issue, validation and revocation of tokens. */
record TokenOperations(TokenStore tokens, Login login, Catalogue catalogue) {

  List<Operation> operations() {
    return List.of(
        Operation.of("identity.tokens.validate", "GET /v3/auth/tokens", this::validate),
        Operation.of("identity.tokens.revoke", "DELETE /v3/auth/tokens", this::revoke),
        Operation.open("identity.tokens.create", "POST /v3/auth/tokens", this::create),
        Operation.of("identity.tokens.check", "HEAD /v3/auth/tokens", this::validate),
        Operation.of("identity.catalog.show", "GET /v3/auth/catalog", this::catalog));
  }

  private Reply create(Incoming request) throws IOException {
    return reply(201, request, login.logIn(request, request.sent("auth")));
  }

  private Reply validate(Incoming request) {
    return reply(200, request, subject(request, "validate_token"));
  }

  private Reply revoke(Incoming request) {
    tokens.revoke(subject(request, "revoke_token").id());
    return Reply.empty(204);
  }

  private IssuedToken subject(Incoming request, String action) {
    String id =
        request.header("X-Subject-Token").orElseThrow(() -> IdentityFaults.forbidden(action));
    IssuedToken token =
        tokens.find(id).orElseThrow(() -> IdentityFaults.refusal(404, "Failed to validate token"));
    if (!token.account().userId().equals(request.caller().userId())) {
      throw IdentityFaults.forbidden(action);
    }
    return token;
  }

  private Reply reply(int status, Incoming request, IssuedToken token) {
    ObjectNode body = token.shown();
    if (request.query("nocatalog").isEmpty()) {
      token.projectId().ifPresent(it -> body.set("catalog", catalogue.of(it)));
    }
    return Reply.json(status, Json.wrap("token", body)).with("X-Subject-Token", token.id());
  }

  private Reply catalog(Incoming request) {
    ObjectNode body = Json.wrap("catalog", catalogue.of(request.caller().project()));
    body.putObject("links").put("self", request.base() + request.path());
    return Reply.json(200, body);
  }
}
