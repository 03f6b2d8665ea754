package org.defcore.clouds;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The user, the method and the project of a login. {@link #toString} hides every secret.
 *
 * @param method decides which of the rest is there
 * @param secret password, token, or application-credential secret
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
    String secret) {

  /** Auth methods of identity v3, named as its API names them. */
  public enum Method {
    PASSWORD,
    TOKEN,
    APPLICATION_CREDENTIAL;

    /** {@code application_credential} */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Returns whether both the user and the project differ, as far as the settings show. */
  boolean differsInUserAndProjectFrom(Credentials other) {
    return !user().equals(other.user()) && !project().equals(other.project());
  }

  private List<Optional<String>> user() {
    return List.of(
        userId,
        userName,
        userDomainId,
        userDomainName,
        applicationCredentialId,
        applicationCredentialName);
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
