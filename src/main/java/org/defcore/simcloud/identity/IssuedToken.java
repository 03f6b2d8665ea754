package org.defcore.simcloud.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A token with user and scope; one without a project is not scoped. */
record IssuedToken(
    String id,
    Account account,
    Optional<String> projectId,
    List<String> methods,
    List<String> auditIds,
    Instant issuedAt,
    Instant expiresAt,
    Optional<ApplicationCredential> credential) {

  IssuedToken {
    methods = List.copyOf(methods);
    auditIds = List.copyOf(auditIds);
  }

  @Override
  public String toString() {
    return "IssuedToken[" + account + "]";
  }
}
