package org.defcore.clouds;

import static org.defcore.clouds.CloudSettings.quoted;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.defcore.clouds.Credentials.Method;
import org.defcore.clouds.Credentials.OpenId;

/** Reads who logs in, in all the spellings that the OpenStack SDK takes. */
final class CredentialsReader {

  private static final String PASSCODE = "OS_PASSCODE";

  private final CloudSettings settings;
  private final Environment surroundings;
  private final Method method;

  /**
   * @throws CloudException if there is no such kind of login
   */
  CredentialsReader(CloudSettings settings, Environment surroundings) {
    this.settings = settings;
    this.surroundings = surroundings;
    this.method = method();
  }

  Credentials read() {
    return switch (method) {
      case PASSWORD -> credentials(method, user(), scope(), Proof.of(password()));
      case TOKEN -> {
        String token = writtenToken().orElseThrow(() -> settings.missing("token", "a token"));
        yield credentials(method, User.NOBODY, scope(), Proof.of(token));
      }
      case APPLICATION_CREDENTIAL -> applicationCredential();
      case TOTP -> {
        User user = user();
        yield credentials(method, user, scope(), Proof.of(passcode(user)));
      }
      case MULTIFACTOR -> {
        User user = user();
        yield credentials(method, user, scope(), Proof.of(password()).and(passcode(user)));
      }
      case OIDC_PASSWORD -> {
        Optional<String> name = userName();
        if (name.isEmpty()) {
          throw settings.missing("username", "a user's name");
        }
        User user = new User(Optional.empty(), name, Domain.NONE);
        yield credentials(method, user, scope(), Proof.of(password()).by(openId()));
      }
      case OIDC_CLIENT_CREDENTIALS -> {
        String secret = required("client_secret", "the client's secret");
        yield credentials(method, User.NOBODY, scope(), Proof.of(secret).by(openId()));
      }
    };
  }

  private Method method() {
    Optional<String> type = settings.top("auth_type", "auth_plugin");
    if (type.isEmpty()) {
      return guessed();
    }
    return switch (type.get()) {
      case "password", "v3password" -> Method.PASSWORD;
      case "token", "v3token" -> Method.TOKEN;
      case "v3applicationcredential" -> Method.APPLICATION_CREDENTIAL;
      case "v3totp" -> Method.TOTP;
      case "v3multifactor" -> combined();
      case "v3oidcpassword" -> Method.OIDC_PASSWORD;
      case "v3oidcclientcredentials" -> Method.OIDC_CLIENT_CREDENTIALS;
      default ->
          throw settings.problem(
              "auth_type",
              "password, token, v3applicationcredential, v3totp, v3multifactor, v3oidcpassword or"
                  + " v3oidcclientcredentials",
              quoted(type.get()),
              (type.get().startsWith("v2") ? "identity v2 is not supported; " : "")
                  + "correct it in "
                  + settings.source());
    };
  }

  private Method combined() {
    List<String> written = settings.texts("auth_methods");
    Set<String> methods =
        written.stream().map(it -> it.replaceFirst("^v3", "")).collect(Collectors.toSet());
    if (methods.equals(Set.of("password", "totp"))) {
      return Method.MULTIFACTOR;
    }
    if (methods.equals(Set.of("password"))) {
      return Method.PASSWORD;
    }
    if (methods.equals(Set.of("totp"))) {
      return Method.TOTP;
    }
    throw settings.problem(
        "auth_methods",
        "v3password and v3totp",
        written.isEmpty() ? "nothing" : String.join(", ", written),
        settings.fromEnvironment() ? "set OS_AUTH_METHODS" : "set it in " + settings.source());
  }

  private Method guessed() {
    if (settings.option("password").isPresent()) {
      return Method.PASSWORD;
    }
    if (settings.option("application_credential_secret").isPresent()) {
      return Method.APPLICATION_CREDENTIAL;
    }
    return writtenToken().isPresent() ? Method.TOKEN : Method.PASSWORD;
  }

  private User user() {
    Optional<String> id = settings.option("user_id");
    Optional<String> name = userName();
    if (id.isEmpty() && name.isEmpty()) {
      throw settings.missing("username", "a user's name");
    }
    Domain domain = domain("user");
    if (id.isEmpty() && domain.isEmpty()) {
      throw settings.missing("user_domain_name", "the domain of auth.username");
    }
    return new User(id, name, domain);
  }

  private String password() {
    return required("password", "the user's password");
  }

  /** A passcode is good for seconds, so the one in the file comes last. */
  private String passcode(User user) {
    String question =
        "passcode of %s for cloud '%s'"
            .formatted(user.name.or(() -> user.id).orElse("the user"), settings.name());
    return surroundings
        .variable(PASSCODE)
        .or(() -> settings.option("passcode"))
        .or(() -> surroundings.terminal().apply(question))
        .map(String::strip)
        .orElseThrow(
            () ->
                settings.problem(
                    "auth.passcode", "a passcode", "none, and no terminal", "set " + PASSCODE));
  }

  private Credentials applicationCredential() {
    Optional<String> id = settings.option("application_credential_id");
    Optional<String> name = settings.option("application_credential_name");
    if (id.isEmpty() && name.isEmpty()) {
      throw settings.missing("application_credential_id", "the application credential's id");
    }
    User user = new User(settings.option("user_id"), userName(), domain("user"));
    if (id.isEmpty() && user.id.isEmpty() && (user.name.isEmpty() || user.domain.isEmpty())) {
      throw settings.missing(
          user.name.isEmpty() ? "username" : "user_domain_name",
          "the owner of auth.application_credential_name");
    }
    String secret = required("application_credential_secret", "its secret");
    Proof proof = new Proof(secret, Optional.empty(), Optional.empty(), id, name);
    return credentials(Method.APPLICATION_CREDENTIAL, user, Scope.NONE, proof);
  }

  private OpenId openId() {
    Optional<URI> token = address("access_token_endpoint");
    Optional<URI> discovery = address("discovery_endpoint");
    if (token.isEmpty() && discovery.isEmpty()) {
      throw settings.missing("discovery_endpoint", "the address of the provider's configuration");
    }
    return new OpenId(
        required("identity_provider", "the name that the provider has in the cloud"),
        required("protocol", "the name that the protocol has in the cloud"),
        required("client_id", "the client's id"),
        settings.option("client_secret").orElse(""),
        settings.option("openid_scope", "scope").orElse("openid profile"),
        token,
        discovery,
        settings.option("access_token_type").orElse("access_token"));
  }

  private Optional<URI> address(String key) {
    return settings.option(key).map(it -> settings.address("auth." + key, it));
  }

  private String required(String key, String expected) {
    return settings.option(key).orElseThrow(() -> settings.missing(key, expected));
  }

  private Optional<String> userName() {
    return settings.option("username", "user_name");
  }

  private Optional<String> writtenToken() {
    return settings.scope("token", "auth_token");
  }

  private Scope scope() {
    Optional<String> id = settings.scope("project_id", "tenant_id");
    Optional<String> name = settings.scope("project_name", "tenant_name");
    Domain domain = domain("project");
    if (id.isEmpty() && name.isPresent() && domain.isEmpty()) {
      throw settings.missing("project_domain_name", "the domain of auth.project_name");
    }
    return new Scope(id, name, domain);
  }

  /** The domain written for a user or project, else the one written for both. */
  private Domain domain(String whose) {
    Domain own =
        new Domain(settings.scope(whose + "_domain_id"), settings.scope(whose + "_domain_name"));
    if (!own.isEmpty()) {
      return own;
    }
    return new Domain(
        settings.scope("domain_id", "default_domain_id"),
        settings.scope("domain_name", "default_domain_name", "default_domain"));
  }

  private static Credentials credentials(Method method, User user, Scope scope, Proof proof) {
    return new Credentials(
        method,
        user.id,
        user.name,
        user.domain.id,
        user.domain.name,
        scope.projectId,
        scope.projectName,
        scope.domain.id,
        scope.domain.name,
        proof.credentialId,
        proof.credentialName,
        proof.passcode,
        proof.openId,
        proof.secret);
  }

  private record User(Optional<String> id, Optional<String> name, Domain domain) {

    static final User NOBODY = new User(Optional.empty(), Optional.empty(), Domain.NONE);
  }

  private record Scope(Optional<String> projectId, Optional<String> projectName, Domain domain) {

    static final Scope NONE = new Scope(Optional.empty(), Optional.empty(), Domain.NONE);
  }

  private record Domain(Optional<String> id, Optional<String> name) {

    static final Domain NONE = new Domain(Optional.empty(), Optional.empty());

    boolean isEmpty() {
      return id.isEmpty() && name.isEmpty();
    }
  }

  private record Proof(
      String secret,
      Optional<String> passcode,
      Optional<OpenId> openId,
      Optional<String> credentialId,
      Optional<String> credentialName) {

    static Proof of(String secret) {
      return new Proof(
          secret, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Proof and(String code) {
      return new Proof(secret, Optional.of(code), openId, credentialId, credentialName);
    }

    Proof by(OpenId provider) {
      return new Proof(secret, passcode, Optional.of(provider), credentialId, credentialName);
    }
  }
}
