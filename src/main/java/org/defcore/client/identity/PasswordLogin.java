package org.defcore.client.identity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.defcore.clouds.Credentials;

/** A request for a token in exchange for a password, which {@link #toString} hides. */
public final class PasswordLogin {

  private final ObjectNode user;
  private final Optional<ObjectNode> project;

  private PasswordLogin(ObjectNode user, Optional<ObjectNode> project) {
    this.user = user;
    this.project = project;
  }

  /** Names the user by id alone, without scope. */
  public static PasswordLogin byId(String userId, Credentials credentials) {
    ObjectNode user = object().put("id", userId);
    return new PasswordLogin(user.put("password", password(credentials)), Optional.empty());
  }

  /** Names the user by id, with the domain as far as the configuration tells it, without scope. */
  public static PasswordLogin byIdInDomain(String userId, Credentials credentials) {
    PasswordLogin login = byId(userId, credentials);
    domain(credentials).ifPresent(it -> login.user.set("domain", it));
    return login;
  }

  /**
   * Names the user by name in its domain, without scope; by id if the configuration tells no
   * domain, since a name alone means nothing.
   */
  public static PasswordLogin byName(String userId, String userName, Credentials credentials) {
    return domain(credentials)
        .map(it -> object().put("name", userName).<ObjectNode>set("domain", it))
        .map(it -> it.put("password", password(credentials)))
        .map(it -> new PasswordLogin(it, Optional.empty()))
        .orElseGet(() -> byId(userId, credentials));
  }

  /** The same user, into the project of that name. */
  public PasswordLogin into(String projectName, String projectDomainId) {
    ObjectNode scope = object().put("name", projectName);
    scope.putObject("domain").put("id", projectDomainId);
    return new PasswordLogin(user, Optional.of(scope));
  }

  @Override
  public String toString() {
    return "PasswordLogin";
  }

  ObjectNode body() {
    ObjectNode body = object();
    ObjectNode auth = body.putObject("auth");
    ObjectNode identity = auth.putObject("identity");
    identity.putArray("methods").add("password");
    identity.putObject("password").set("user", user);
    project.ifPresent(it -> auth.putObject("scope").set("project", it));
    return body;
  }

  private static Optional<ObjectNode> domain(Credentials credentials) {
    return credentials
        .userDomainId()
        .map(it -> object().put("id", it))
        .or(() -> credentials.userDomainName().map(it -> object().put("name", it)));
  }

  private static String password(Credentials credentials) {
    if (credentials.method() != Credentials.Method.PASSWORD) {
      throw new IllegalStateException(
          "expected credentials with a password but found " + credentials.method());
    }
    return credentials.secret();
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
