package org.defcore.clouds;

import java.net.URI;

/** The root of an identity service, however the user wrote it. */
public record IdentityUrl(URI root) {

  /** From an address with or without {@code /v3}, {@code /v3/auth/tokens} and slashes. */
  public static IdentityUrl of(URI authUrl) {
    String text =
        authUrl.toString().replaceFirst("/+$", "").replaceFirst("/v3(/auth/tokens)?$", "");
    return new IdentityUrl(URI.create(text.replaceFirst("/+$", "")));
  }

  URI v3() {
    return URI.create(root + "/v3");
  }

  /** The address of logins. */
  public URI tokens() {
    return URI.create(root + "/v3/auth/tokens");
  }
}
