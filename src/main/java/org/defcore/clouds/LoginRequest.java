package org.defcore.clouds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.defcore.clouds.Credentials.Method;

/** The body of a login, {@code POST /v3/auth/tokens}. */
final class LoginRequest {

  private LoginRequest() {}

  static ObjectNode of(Credentials who) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode auth = body.putObject("auth");
    identify(auth.putObject("identity"), who);
    if (who.method() != Method.APPLICATION_CREDENTIAL) {
      scope(auth, who);
    }
    return body;
  }

  private static void identify(ObjectNode identity, Credentials who) {
    ArrayNode methods = identity.putArray("methods");
    for (String method : who.method().words()) {
      methods.add(method);
      prove(identity.putObject(method), method, who);
    }
  }

  private static void prove(ObjectNode proof, String method, Credentials who) {
    switch (method) {
      case "password" -> user(proof.putObject("user"), who).put("password", who.secret());
      case "totp" ->
          user(proof.putObject("user"), who).put("passcode", who.passcode().orElse(who.secret()));
      case "token" -> proof.put("id", who.secret());
      default -> {
        proof.put("secret", who.secret());
        if (who.applicationCredentialId().isPresent()) {
          proof.put("id", who.applicationCredentialId().get());
        } else {
          who.applicationCredentialName().ifPresent(it -> proof.put("name", it));
          user(proof.putObject("user"), who);
        }
      }
    }
  }

  private static ObjectNode user(ObjectNode user, Credentials who) {
    if (who.userId().isPresent()) {
      user.put("id", who.userId().get());
    } else {
      who.userName().ifPresent(it -> user.put("name", it));
      domain(user, who.userDomainId(), who.userDomainName());
    }
    return user;
  }

  private static void scope(ObjectNode auth, Credentials who) {
    if (who.projectId().isEmpty() && who.projectName().isEmpty()) {
      return;
    }
    ObjectNode project = auth.putObject("scope").putObject("project");
    if (who.projectId().isPresent()) {
      project.put("id", who.projectId().get());
    } else {
      who.projectName().ifPresent(it -> project.put("name", it));
      domain(project, who.projectDomainId(), who.projectDomainName());
    }
  }

  private static void domain(ObjectNode owner, Optional<String> id, Optional<String> name) {
    if (id.isPresent()) {
      owner.putObject("domain").put("id", id.get());
    } else {
      name.ifPresent(it -> owner.putObject("domain").put("name", it));
    }
  }
}
