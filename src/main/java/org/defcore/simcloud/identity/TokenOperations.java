package org.defcore.simcloud.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** Issue, validation and revocation of tokens. */
final class TokenOperations {

  private final TokenStore tokens;
  private final Login login;
  private final TokenBody bodies;

  TokenOperations(TokenStore tokens, Login login, TokenBody bodies) {
    this.tokens = tokens;
    this.login = login;
    this.bodies = bodies;
  }

  List<Operation> operations() {
    return List.of(
        Operation.of("identity.tokens.validate", "GET /v3/auth/tokens", this::validate),
        Operation.of("identity.tokens.revoke", "DELETE /v3/auth/tokens", this::revoke),
        Operation.open("identity.tokens.create", "POST /v3/auth/tokens", this::create),
        Operation.of("identity.tokens.check", "HEAD /v3/auth/tokens", this::validate));
  }

  private Reply create(Incoming request) throws IOException {
    String type = request.mediaType();
    if (!type.isEmpty() && !type.equals("application/json")) {
      throw IdentityFaults.badRequest("application/json", "Content-Type header");
    }
    byte[] sent = request.bytes();
    JsonNode body =
        sent.length == 0
            ? Json.object()
            : Json.read(sent)
                .filter(JsonNode::isObject)
                .orElseThrow(() -> IdentityFaults.badRequest("valid JSON", "request body"));
    IssuedToken token = login.logIn(request, body);
    return reply(201, token, bodies.of(token, withCatalog(request)));
  }

  private Reply validate(Incoming request) {
    IssuedToken token = subject(request, "validate_token");
    return reply(200, token, bodies.of(token, withCatalog(request)));
  }

  private Reply revoke(Incoming request) {
    IssuedToken token = subject(request, "revoke_token");
    tokens.revoke(token.id());
    return Reply.empty(204);
  }

  private IssuedToken subject(Incoming request, String action) {
    Optional<String> id = request.header("X-Subject-Token");
    IssuedToken token =
        id.map(
                it ->
                    tokens
                        .find(it)
                        .orElseThrow(() -> IdentityFaults.notFound("Failed to validate token")))
            .orElseThrow(() -> IdentityFaults.forbidden(action));
    if (!token.account().userId().equals(request.caller().userId())) {
      throw IdentityFaults.forbidden(action);
    }
    return token;
  }

  private static boolean withCatalog(Incoming request) {
    return request.query("nocatalog").isEmpty();
  }

  private static Reply reply(int status, IssuedToken token, ObjectNode body) {
    return Reply.json(status, Json.wrap("token", body)).with("X-Subject-Token", token.id());
  }
}
