package org.defcore.simcloud.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Refusal;

/** Reads a login and finds out who it is and which project is asked for. */
final class Login {

  /** Somebody who proved to be who they are, and how. */
  record Identity(
      Account account,
      List<String> methods,
      Optional<IssuedToken> parent,
      Optional<ApplicationCredential> credential) {

    Identity {
      methods = List.copyOf(methods);
    }
  }

  private final List<Account> accounts;
  private final TokenStore tokens;
  private final Function<String, Optional<ApplicationCredential>> credentials;

  Login(
      List<Account> accounts,
      TokenStore tokens,
      Function<String, Optional<ApplicationCredential>> credentials) {
    this.accounts = List.copyOf(accounts);
    this.tokens = tokens;
    this.credentials = credentials;
  }

  IssuedToken logIn(Incoming request, JsonNode body) {
    JsonNode auth = body.path("auth");
    if (!auth.isObject()) {
      throw IdentityFaults.badRequest("auth", "request body");
    }
    JsonNode methods = auth.path("identity").path("methods");
    if (!methods.isArray() || methods.isEmpty()) {
      throw IdentityFaults.badRequest("identity and its methods", "auth");
    }
    String method = methods.get(0).asText();
    JsonNode proof = auth.path("identity").path(method);
    if (!proof.isObject()) {
      throw IdentityFaults.badRequest(method, "identity");
    }
    Identity identity =
        switch (method) {
          case "password" -> password(request, proof.path("user"));
          case "token" -> token(proof.path("id").asText());
          case "application_credential" -> credential(request, proof);
          default -> throw unauthorized(request);
        };
    return tokens.issue(identity, scope(request, identity, auth.path("scope")));
  }

  private Identity password(Incoming request, JsonNode user) {
    if (user.path("id").isMissingNode() && !user.path("domain").isObject()) {
      throw IdentityFaults.badRequest("domain", "user");
    }
    Account account =
        accounts.stream()
            .filter(it -> names(user, it.userId(), it.name()))
            .filter(it -> it.password().equals(user.path("password").asText()))
            .findFirst()
            .orElseThrow(() -> unauthorized(request));
    return new Identity(account, List.of("password"), Optional.empty(), Optional.empty());
  }

  private Identity token(String id) {
    IssuedToken parent =
        tokens.find(id).orElseThrow(() -> IdentityFaults.notFound("Could not recognize the token"));
    List<String> methods = new ArrayList<>(List.of("token"));
    parent.methods().stream().filter(it -> !methods.contains(it)).forEach(methods::add);
    return new Identity(parent.account(), methods, Optional.of(parent), parent.credential());
  }

  private Identity credential(Incoming request, JsonNode proof) {
    ApplicationCredential credential =
        credentials
            .apply(proof.path("id").asText())
            .filter(it -> it.secret().equals(proof.path("secret").asText()))
            .orElseThrow(() -> unauthorized(request));
    List<String> methods = List.of("application_credential");
    return new Identity(credential.account(), methods, Optional.empty(), Optional.of(credential));
  }

  private Optional<String> scope(Incoming request, Identity identity, JsonNode scope) {
    Account own = identity.account();
    if (scope.isMissingNode() || identity.credential().isPresent()) {
      return Optional.of(own.projectId());
    }
    if (scope.asText().equals("unscoped") || scope.has("unscoped")) {
      return Optional.empty();
    }
    JsonNode asked = scope.path("project");
    Account project =
        accounts.stream()
            .filter(it -> names(asked, it.projectId(), it.name()))
            .filter(own::equals)
            .findFirst()
            .orElseThrow(() -> unauthorized(request));
    return Optional.of(project.projectId());
  }

  private static boolean names(JsonNode asked, String id, String name) {
    if (asked.has("id")) {
      return asked.path("id").asText().equals(id);
    }
    JsonNode domain = asked.path("domain");
    boolean ownDomain =
        domain.path("id").asText().equals("default")
            || domain.path("name").asText().equals("Default");
    return ownDomain && asked.path("name").asText().equals(name);
  }

  private static Refusal unauthorized(Incoming request) {
    return new Refusal(IdentityFaults.unauthorized(request.base()));
  }
}
