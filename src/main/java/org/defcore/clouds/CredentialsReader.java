package org.defcore.clouds;

import static org.defcore.clouds.CloudSettings.quoted;

import java.util.Optional;
import org.defcore.clouds.Credentials.Method;

/** Reads who logs in, in all the spellings that the OpenStack SDK takes. */
final class CredentialsReader {

  private final CloudSettings settings;

  CredentialsReader(CloudSettings settings) {
    this.settings = settings;
  }

  Credentials read() {
    return switch (method()) {
      case PASSWORD -> password();
      case TOKEN -> token();
      case APPLICATION_CREDENTIAL -> applicationCredential();
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
      default ->
          throw settings.problem(
              "auth_type",
              "password, token or v3applicationcredential",
              quoted(type.get()),
              (type.get().startsWith("v2") ? "identity v2 is not supported; " : "")
                  + "correct it in "
                  + settings.source());
    };
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

  private Credentials password() {
    Optional<String> userId = settings.option("user_id");
    Optional<String> userName = userName();
    if (userId.isEmpty() && userName.isEmpty()) {
      throw settings.missing("username", "a user's name");
    }
    Domain user = domain("user");
    if (userId.isEmpty() && user.isEmpty()) {
      throw settings.missing("user_domain_name", "the domain of auth.username");
    }
    Scope scope = scope();
    return new Credentials(
        Method.PASSWORD,
        userId,
        userName,
        user.id,
        user.name,
        scope.projectId,
        scope.projectName,
        scope.domain.id,
        scope.domain.name,
        Optional.empty(),
        Optional.empty(),
        settings
            .option("password")
            .orElseThrow(() -> settings.missing("password", "the user's password")));
  }

  private Credentials token() {
    String token = writtenToken().orElseThrow(() -> settings.missing("token", "a token"));
    Scope scope = scope();
    return new Credentials(
        Method.TOKEN,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        scope.projectId,
        scope.projectName,
        scope.domain.id,
        scope.domain.name,
        Optional.empty(),
        Optional.empty(),
        token);
  }

  private Credentials applicationCredential() {
    Optional<String> id = settings.option("application_credential_id");
    Optional<String> name = settings.option("application_credential_name");
    if (id.isEmpty() && name.isEmpty()) {
      throw settings.missing("application_credential_id", "the application credential's id");
    }
    Optional<String> userId = settings.option("user_id");
    Optional<String> userName = userName();
    Domain user = domain("user");
    if (id.isEmpty() && userId.isEmpty() && (userName.isEmpty() || user.isEmpty())) {
      throw settings.missing(
          userName.isEmpty() ? "username" : "user_domain_name",
          "the owner of auth.application_credential_name");
    }
    return new Credentials(
        Method.APPLICATION_CREDENTIAL,
        userId,
        userName,
        user.id,
        user.name,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        id,
        name,
        settings
            .option("application_credential_secret")
            .orElseThrow(() -> settings.missing("application_credential_secret", "its secret")));
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

  private record Scope(Optional<String> projectId, Optional<String> projectName, Domain domain) {}

  private record Domain(Optional<String> id, Optional<String> name) {

    boolean isEmpty() {
      return id.isEmpty() && name.isEmpty();
    }
  }
}
