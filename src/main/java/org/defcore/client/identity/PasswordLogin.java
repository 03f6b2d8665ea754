package org.defcore.client.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.client.Wanted;
import org.defcore.clouds.Credentials;

/** A request for a token in exchange for a password, which {@link #toString} hides. */
public record PasswordLogin(Wanted user, Optional<Wanted> project) implements TokenRequest {

  /** Names the user by id alone, without scope. */
  public static PasswordLogin byId(String userId, Credentials credentials) {
    return of(Wanted.nameless().with("id", userId), credentials);
  }

  /** Names the user by id alone, without scope, with another password than the configured one. */
  public static PasswordLogin byId(String userId, String password) {
    Wanted user = Wanted.nameless().with("id", userId).with("password", password);
    return new PasswordLogin(user, Optional.empty());
  }

  /** Names the user as it is configured, without scope, with another password. */
  public static PasswordLogin configured(Credentials credentials, String password) {
    Wanted user =
        credentials
            .userId()
            .map(it -> Wanted.nameless().with("id", it))
            .orElseGet(
                () ->
                    Wanted.named(credentials.userName().orElse(""))
                        .with("domain", domain(credentials).orElse(Map.of("id", "default"))));
    return new PasswordLogin(user.with("password", password), Optional.empty());
  }

  /** Names the user by id, with the domain as far as the configuration tells it, without scope. */
  public static PasswordLogin byIdInDomain(String userId, Credentials credentials) {
    Wanted user = Wanted.nameless().with("id", userId);
    return of(domain(credentials).map(it -> user.with("domain", it)).orElse(user), credentials);
  }

  /**
   * Names the user by name in its domain, without scope; by id if the configuration tells no
   * domain, since a name alone means nothing.
   */
  public static PasswordLogin byName(String userId, String userName, Credentials credentials) {
    return domain(credentials)
        .map(it -> of(Wanted.named(userName).with("domain", it), credentials))
        .orElseGet(() -> byId(userId, credentials));
  }

  private static PasswordLogin of(Wanted user, Credentials credentials) {
    if (credentials.method() != Credentials.Method.PASSWORD) {
      throw new IllegalStateException(
          "expected credentials with a password but found " + credentials.method());
    }
    return new PasswordLogin(user.with("password", credentials.secret()), Optional.empty());
  }

  private static Optional<Map<String, String>> domain(Credentials credentials) {
    return credentials
        .userDomainId()
        .map(it -> Map.of("id", it))
        .or(() -> credentials.userDomainName().map(it -> Map.of("name", it)));
  }

  /** The same user, into the project of that name. */
  public PasswordLogin into(String projectName, String projectDomainId) {
    Wanted scope = Wanted.named(projectName).with("domain", Map.of("id", projectDomainId));
    return new PasswordLogin(user, Optional.of(scope));
  }

  @Override
  public Wanted body() {
    Wanted identity =
        Wanted.nameless()
            .with("methods", List.of("password"))
            .with("password", Map.of("user", user));
    Wanted auth = Wanted.nameless().with("identity", identity);
    return Wanted.nameless()
        .with("auth", project.map(it -> auth.with("scope", Map.of("project", it))).orElse(auth));
  }

  @Override
  public String toString() {
    return "PasswordLogin";
  }
}
