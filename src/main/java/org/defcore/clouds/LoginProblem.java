package org.defcore.clouds;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.defcore.clouds.CloudException.Kind;
import org.defcore.clouds.Credentials.OpenId;
import org.defcore.http.NoAnswer;
import org.defcore.http.UnexpectedAnswer;
import org.defcore.http.message.Authority;

/** Words for logins that did not work out: what was tried, on what, what came back, what to do. */
final class LoginProblem {

  private final CloudConfig config;
  private final URI tokens;
  private final String addressKey;

  LoginProblem(CloudConfig config, URI tokens) {
    this(config, tokens, "auth_url");
  }

  /**
   * @param addressKey the setting that the address comes from
   */
  LoginProblem(CloudConfig config, URI tokens, String addressKey) {
    this.config = config;
    this.tokens = tokens;
    this.addressKey = addressKey;
  }

  /**
   * @param reason the cloud's own words, may be empty
   */
  CloudException status(int status, String reason) {
    String words = reason.isEmpty() ? "" : " (\"" + reason + "\")";
    return switch (status) {
      case 401 -> cloud("login refused (401) at %s: %s".formatted(tokens, checkCredentials()));
      case 400, 403 ->
          cloud(
              "login refused (%d) at %s%s: %s"
                  .formatted(status, tokens, words, checkCredentials()));
      default -> {
        yield cloud(
            "POST %s: expected 201 but found %d%s: %s"
                .formatted(tokens, status, words, remedy(status)));
      }
    };
  }

  private String remedy(int status) {
    if (status == 429) {
      return "the cloud limits the rate of logins; try later";
    }
    return status >= 500
        ? "the identity service is failing; try later, or tell the operator"
        : "check that " + setting(addressKey) + " is an identity v3 endpoint";
  }

  /**
   * A login for which the cloud requires several methods.
   *
   * @param missing methods that it asks for besides
   */
  CloudException incomplete(String missing) {
    return cloud(
        "login needs another method (401) at %s: expected %s as well but found %s alone: use auth_type v3multifactor, an application credential, or a token of a complete login"
            .formatted(
                tokens, missing, String.join(" and ", config.credentials().method().words())));
  }

  CloudException noAnswer(NoAnswer cause) {
    String server = tokens.getRawAuthority();
    String what =
        switch (cause.why()) {
          case UNKNOWN_HOST ->
              "host %s is not known: check %s"
                  .formatted(Authority.of(tokens).host(), setting(addressKey));
          case REFUSED -> "nothing listens at %s: check %s".formatted(server, setting(addressKey));
          case TIMED_OUT ->
              "no answer from %s in time: check %s and the way to it"
                  .formatted(server, setting(addressKey));
          case NOT_TRUSTED ->
              "the certificate of %s is not trusted: set cacert to a file with its authority in %s, or verify: false, which is reported as a deviation"
                  .formatted(server, config.source());
          case CLIENT_CERTIFICATE -> clientCertificate();
          case BROKEN_OFF ->
              "%s broke off before it answered: check %s, https or http too"
                  .formatted(server, setting(addressKey));
          case PROXY, RATE_LIMITED, GATEWAY, TOKEN_REFUSED -> "";
        };
    if (what.isEmpty()) {
      return new CloudException(Kind.CLOUD, at(String.valueOf(cause.getMessage())), cause);
    }
    return new CloudException(Kind.CLOUD, at(method() + " " + tokens + ": " + what), cause);
  }

  /**
   * A server that answers to clients with a certificate alone, in TLS or, as nginx does, in HTTP.
   */
  CloudException certificate() {
    return cloud("POST " + tokens + ": " + clientCertificate());
  }

  private String clientCertificate() {
    return "%s asks for another client certificate: %s cert and key in %s"
        .formatted(
            tokens.getRawAuthority(),
            config.tls().client().isPresent() ? "check" : "set",
            config.source());
  }

  CloudException improper(UnexpectedAnswer cause) {
    return new CloudException(
        Kind.CLOUD,
        at(
            "%s: check that %s is an identity v3 endpoint"
                .formatted(cause.getMessage(), setting(addressKey))),
        cause);
  }

  CloudException answer(String expected, String found) {
    return cloud(
        "POST %s: expected %s but found %s: check that %s is an identity v3 endpoint"
            .formatted(tokens, expected, found, setting(addressKey)));
  }

  /** A token that is one, and yet cannot be right. */
  CloudException token(String expected, String found) {
    String shown = found.length() <= 60 ? found : found.substring(0, 60) + "…";
    return cloud(
        "POST %s: expected %s but found %s: have the operator of the identity service correct it"
            .formatted(tokens, expected, shown));
  }

  CloudException unscoped() {
    return new CloudException(
        Kind.CONFIGURATION,
        at(
            "POST %s: expected a token for a project but found one for none: set %s"
                .formatted(tokens, setting("project_name"))));
  }

  CloudException expired() {
    return cloud(
        config.credentials().method().needsPasscode()
            ? "the token has expired: start again with a new passcode"
            : "the token has expired: set a new one as " + setting("token"));
  }

  /**
   * An OpenID provider, or the cloud to which it sent us, does not do its part.
   *
   * @param reason its own words, may be empty
   * @param keys settings to check
   */
  CloudException openId(int status, String reason, List<String> keys) {
    String words = reason.isEmpty() ? "" : " (\"" + reason + "\")";
    return cloud(
        "POST %s: expected a token but found %d%s: check %s%s"
            .formatted(
                tokens,
                status,
                words,
                keys.stream().map(this::key).collect(Collectors.joining(", ")),
                environment() ? "" : " in " + config.source()));
  }

  CloudException noTokenEndpoint(int status) {
    return cloud(
        "GET %s: expected a token endpoint but found none (%d): check %s"
            .formatted(tokens, status, setting(addressKey)));
  }

  /** Everything is posted but the question for a provider's configuration. */
  private String method() {
    Optional<URI> discovery = config.credentials().openId().flatMap(OpenId::discovery);
    return discovery.equals(Optional.of(tokens)) ? "GET" : "POST";
  }

  private CloudException cloud(String what) {
    return new CloudException(Kind.CLOUD, at(what));
  }

  private String at(String what) {
    return "cloud '%s': %s".formatted(config.name(), what);
  }

  private String checkCredentials() {
    String from = environment() ? "" : " in " + config.source();
    return switch (config.credentials().method()) {
      case PASSWORD -> "check %s and %s%s".formatted(user(), key("password"), from);
      case TOTP -> "check %s%s, and take a new passcode".formatted(user(), from);
      case MULTIFACTOR ->
          "check %s and %s%s, and take a new passcode".formatted(user(), key("password"), from);
      case OIDC_PASSWORD, OIDC_CLIENT_CREDENTIALS ->
          "check %s and the user's roles in it".formatted(setting("project_name"));
      case TOKEN -> "check %s%s, it may have expired".formatted(key("token"), from);
      case APPLICATION_CREDENTIAL -> {
        String which =
            config.credentials().applicationCredentialId().isPresent()
                ? "application_credential_id"
                : "application_credential_name";
        yield "check %s and %s%s".formatted(key(which), key("application_credential_secret"), from);
      }
    };
  }

  private String user() {
    return key(config.credentials().userId().isPresent() ? "user_id" : "username");
  }

  private String setting(String key) {
    return key(key) + (environment() ? "" : " in " + config.source());
  }

  private String key(String key) {
    return environment() ? "OS_" + key.toUpperCase(Locale.ROOT) : "auth." + key;
  }

  private boolean environment() {
    return config.source().equals(CloudConfigs.ENVIRONMENT);
  }
}
