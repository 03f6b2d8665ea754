package org.defcore.simcloud.identity;

import java.time.Duration;

/**
 * Rules for the passwords of a user, as keystone's security compliance has them.
 *
 * @param history the last passwords, that of now included, which a new one must differ from
 * @param attempts wrong passwords in a row that lock the user
 * @param lock how long from the last of them on
 */
public record PasswordRules(int history, int attempts, Duration lock) {

  /** Rules that a test can wait for. */
  public static final PasswordRules STRICT = new PasswordRules(3, 3, Duration.ofSeconds(2));

  /** No rules, as by default. */
  public static final PasswordRules NONE = new PasswordRules(0, Integer.MAX_VALUE, Duration.ZERO);
}
