package org.defcore.simcloud.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who proved to be who they are.
 *
 * @param methods auth methods by which they did, in the order of a request
 * @param parent an earlier token, if that was a proof
 * @param credential an application credential, if that was a proof
 */
record Proof(
    Account account,
    Set<String> methods,
    Optional<TokenStore.Issued> parent,
    Optional<JsonNode> credential) {

  Proof {
    methods = Collections.unmodifiableSet(new LinkedHashSet<>(methods));
  }

  static Proof of(Account account, String method) {
    return new Proof(account, Set.of(method), Optional.empty(), Optional.empty());
  }

  /** Both proofs together; absent if they are of two users. */
  Optional<Proof> and(Proof other) {
    Set<String> both = with(other.methods).methods;
    return Optional.of(other.account)
        .filter(account::equals)
        .map(it -> new Proof(it, both, parent.or(other::parent), credential.or(other::credential)));
  }

  /** The same with further methods. */
  Proof with(Set<String> further) {
    Set<String> all = new LinkedHashSet<>(methods);
    all.addAll(further);
    return new Proof(account, all, parent, credential);
  }

  /** Returns whether it fulfils a rule of the user, if there are any. */
  boolean isSufficient() {
    return account.rules().isEmpty() || account.rules().stream().anyMatch(methods::containsAll);
  }
}
