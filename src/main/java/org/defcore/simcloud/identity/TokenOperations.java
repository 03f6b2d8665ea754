package org.defcore.simcloud.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.defcore.simcloud.defect.Behaviour;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Times;

/** Issue, validation and revocation of tokens. */
final class TokenOperations {

  private final TokenStore tokens;
  private final Login login;
  private final TokenBody bodies;
  private final Defects defects;

  TokenOperations(TokenStore tokens, Login login, TokenBody bodies, Defects defects) {
    this.tokens = tokens;
    this.login = login;
    this.bodies = bodies;
    this.defects = defects;
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
    return reply(201, token, spoilNew(bodies.of(token, withCatalog(request))));
  }

  private Reply validate(Incoming request) {
    IssuedToken token = subject(request, "validate_token");
    return reply(200, token, spoilRead(bodies.of(token, withCatalog(request))));
  }

  private Reply revoke(Incoming request) {
    IssuedToken token = subject(request, "revoke_token");
    if (!defects.on(Behaviour.TOKEN_KEPT)) {
      tokens.revoke(token.id());
    }
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

  private ObjectNode spoilNew(ObjectNode body) {
    if (defects.on(Behaviour.TOKEN_OTHER_USER)) {
      otherUser(body);
    }
    if (defects.on(Behaviour.TOKEN_OTHER_PROJECT)
        && body.path("project") instanceof ObjectNode it) {
      it.put("id", Ids.hex32());
    }
    Instant issued = Instant.parse(body.path("issued_at").asText());
    if (defects.on(Behaviour.TOKEN_BORN_EXPIRED)) {
      body.put("expires_at", moment(issued.minus(Duration.ofHours(1))));
    }
    if (defects.on(Behaviour.TOKEN_OVERDUE)) {
      body.put("issued_at", moment(issued.minus(Duration.ofHours(2))));
      body.put("expires_at", moment(issued.minus(Duration.ofHours(1))));
    }
    return body;
  }

  private ObjectNode spoilRead(ObjectNode body) {
    if (defects.on(Behaviour.TOKEN_CHANGED)) {
      Instant issued = Instant.parse(body.path("issued_at").asText());
      body.put("issued_at", moment(issued.plusSeconds(1)));
    }
    if (defects.on(Behaviour.TOKEN_READ_OTHER_USER)) {
      otherUser(body);
    }
    return body;
  }

  private static void otherUser(ObjectNode body) {
    if (body.path("user") instanceof ObjectNode user) {
      user.put("id", Ids.hex32()).put("name", "somebody-else");
    }
  }

  private static String moment(Instant instant) {
    return Times.micros(instant) + "Z";
  }
}
