package org.defcore.clouds;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The user, the method and the project of a login. {@link #toString} hides every secret.
 *
 * @param method decides which of the rest is there
 * @param passcode good once, beside a password
 * @param openId where a provider vouches for the user
 * @param secret password, token, passcode, or secret of an application credential or a client
 */
public record Credentials(
    Method method,
    Optional<String> userId,
    Optional<String> userName,
    Optional<String> userDomainId,
    Optional<String> userDomainName,
    Optional<String> projectId,
    Optional<String> projectName,
    Optional<String> projectDomainId,
    Optional<String> projectDomainName,
    Optional<String> applicationCredentialId,
    Optional<String> applicationCredentialName,
    Optional<String> passcode,
    Optional<OpenId> openId,
    String secret) {

  /** Ways to log in; the auth methods of identity v3 are named as its API names them. */
  public enum Method {
    PASSWORD,
    TOKEN,
    APPLICATION_CREDENTIAL,
    TOTP,
    /** A password and a passcode. */
    MULTIFACTOR,
    /** By a provider, with a user's password. */
    OIDC_PASSWORD,
    /** By a provider, with the secret of a client, which is the user. */
    OIDC_CLIENT_CREDENTIALS;

    /** The auth methods of a login: {@code application_credential}. */
    List<String> words() {
      return switch (this) {
        case MULTIFACTOR -> List.of("password", "totp");
        case OIDC_PASSWORD, OIDC_CLIENT_CREDENTIALS -> List.of("token");
        case PASSWORD, TOKEN, APPLICATION_CREDENTIAL, TOTP ->
            List.of(name().toLowerCase(Locale.ROOT));
      };
    }

    /** Returns whether the same login does not work a second time, or gives no longer time. */
    boolean isOnce() {
      return this == TOKEN || needsPasscode();
    }

    boolean needsPasscode() {
      return this == TOTP || this == MULTIFACTOR;
    }
  }

  /**
   * An OpenID provider, and the client that it knows us as. {@link #toString} hides the secret.
   *
   * @param identityProvider as the cloud names it
   * @param protocol as the cloud names it
   * @param discovery the provider's configuration, for the token endpoint; absent if that is known
   * @param tokenType field of the answer that has the token to hand on, {@code access_token}
   */
  public record OpenId(
      String identityProvider,
      String protocol,
      String clientId,
      String clientSecret,
      String scope,
      Optional<URI> tokenEndpoint,
      Optional<URI> discovery,
      String tokenType) {

    @Override
    public String toString() {
      return "OpenId[" + identityProvider + "]";
    }
  }

  /** The same project for whoever has that token. */
  Credentials withToken(String token) {
    return new Credentials(
        Method.TOKEN,
        userId,
        userName,
        userDomainId,
        userDomainName,
        projectId,
        projectName,
        projectDomainId,
        projectDomainName,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        token);
  }

  /** Everything that must be shown nowhere. */
  List<String> secrets() {
    return Stream.of(Optional.of(secret), passcode, openId.map(OpenId::clientSecret))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Returns whether both the user and the project differ, as far as the settings show. */
  boolean differsInUserAndProjectFrom(Credentials other) {
    return differsInUserFrom(other) && !project().equals(other.project());
  }

  boolean differsInUserFrom(Credentials other) {
    return !user().equals(other.user());
  }

  private List<Optional<String>> user() {
    return List.of(
        userId,
        userName,
        userDomainId,
        userDomainName,
        applicationCredentialId,
        applicationCredentialName,
        openId.map(OpenId::clientId));
  }

  private List<Optional<String>> project() {
    // An application credential knows its project by itself, and belongs to one alone.
    return method == Method.APPLICATION_CREDENTIAL
        ? user()
        : List.of(projectId, projectName, projectDomainId, projectDomainName);
  }

  @Override
  public String toString() {
    return "Credentials[" + method + "]";
  }
}
