package org.defcore.declaration;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.defcore.result.FactNames;

/**
 * The rules for passwords, which nobody can see from outside.
 *
 * @param passwordHistory the last passwords, that of now included, which a new one must differ from
 */
public record DeclaredIdentity(Optional<Integer> passwordHistory, Optional<Lockout> lockout) {

  /**
   * The rule for wrong passwords.
   *
   * @param attempts wrong passwords in a row that lock the user
   * @param seconds how long
   */
  public record Lockout(int attempts, int seconds) {

    @Override
    public String toString() {
      return attempts + " wrong passwords lock a user for " + seconds + " s";
    }
  }

  /** The rules as tests read them. */
  Map<String, String> facts() {
    Map<String, String> facts = new HashMap<>();
    // A history of one has the password of now alone.
    passwordHistory
        .filter(it -> it > 1)
        .ifPresent(it -> facts.put(FactNames.PASSWORD_HISTORY, it.toString()));
    lockout.ifPresent(
        it -> {
          facts.put(FactNames.LOCKOUT_ATTEMPTS, Integer.toString(it.attempts()));
          facts.put(FactNames.LOCKOUT_SECONDS, Integer.toString(it.seconds()));
        });
    return facts;
  }
}
