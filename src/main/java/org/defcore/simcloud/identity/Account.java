package org.defcore.simcloud.identity;

import java.util.List;
import java.util.Optional;

/**
 * An ordinary user with one project of the same name, both in the default domain.
 *
 * @param totp how the user's passcodes are made, if there are any
 * @param password the first one
 * @param rules auth methods of which one list is needed for a token; empty if any method will do
 */
public record Account(
    String name,
    String userId,
    String projectId,
    String password,
    Optional<Totp> totp,
    List<List<String>> rules,
    PasswordRules passwordRules) {

  public Account {
    rules = rules.stream().map(List::copyOf).toList();
  }

  @Override
  public String toString() {
    return "Account[" + name + "]";
  }
}
