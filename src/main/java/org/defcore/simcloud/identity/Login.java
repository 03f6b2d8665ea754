package org.defcore.simcloud.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Refusal;

/** Reads a login and finds out who it is and which project is asked for. */
record Login(Accounts accounts, TokenStore tokens, Credentials credentials) {

  /** Somebody who proved to be who they are, and how. */
  record Identity(
      Account account,
      List<String> methods,
      Optional<IssuedToken> parent,
      Optional<ObjectNode> credential) {

    Identity {
      methods = List.copyOf(methods);
    }
  }

  IssuedToken logIn(Incoming request, JsonNode auth) {
    String method = auth.path("identity").path("methods").path(0).asText();
    JsonNode proof = auth.path("identity").path(method);
    if (!proof.isObject()) {
      throw IdentityFaults.refusal(400, "Expecting to find " + method + " in identity.");
    }
    Optional<Identity> identity =
        switch (method) {
          case "password" -> password(proof.path("user"));
          case "token" -> Optional.of(token(proof.path("id").asText()));
          case "application_credential" -> credential(proof);
          default -> Optional.empty();
        };
    Identity known = identity.orElseThrow(() -> unauthorized(request));
    return tokens.issue(known, scope(request, known, auth.path("scope")));
  }

  private Optional<Identity> password(JsonNode user) {
    return accounts
        .user(user)
        .filter(it -> it.password().equals(user.path("password").asText()))
        .map(it -> new Identity(it, List.of("password"), Optional.empty(), Optional.empty()));
  }

  private Identity token(String id) {
    IssuedToken parent =
        tokens
            .find(id)
            .orElseThrow(() -> IdentityFaults.refusal(404, "Could not recognize the token"));
    List<String> methods = new ArrayList<>(List.of("token"));
    parent.methods().stream().filter(it -> !methods.contains(it)).forEach(methods::add);
    return new Identity(parent.account(), methods, Optional.of(parent), parent.credential());
  }

  private Optional<Identity> credential(JsonNode proof) {
    List<String> methods = List.of("application_credential");
    Optional<ObjectNode> found = credentials.find(proof);
    return found
        .flatMap(it -> accounts.user(Json.object().set("id", it.path("user_id"))))
        .map(it -> new Identity(it, methods, Optional.empty(), found));
  }

  private Optional<String> scope(Incoming request, Identity identity, JsonNode scope) {
    Account own = identity.account();
    if (scope.isMissingNode() || identity.credential().isPresent()) {
      return Optional.of(own.projectId());
    }
    if (scope.asText().equals("unscoped") || scope.has("unscoped")) {
      return Optional.empty();
    }
    if (accounts.project(scope.path("project")).filter(own::equals).isEmpty()) {
      throw unauthorized(request);
    }
    return Optional.of(own.projectId());
  }

  private static Refusal unauthorized(Incoming request) {
    return new Refusal(IdentityFaults.unauthorized(request.base()));
  }
}
