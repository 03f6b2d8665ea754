package org.defcore.client.identity;

/**
 * A token as it was issued. {@link #toString} hides the token itself.
 *
 * @param id the token itself, from the header {@code X-Subject-Token}
 */
public record IssuedToken(String id, Token token) {

  @Override
  public String toString() {
    return "IssuedToken[" + token + "]";
  }
}
