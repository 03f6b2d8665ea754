package org.defcore.simcloud.wire;

import java.util.Optional;

/** Finds the callers of all services by their tokens. */
@FunctionalInterface
public interface Callers {

  /** Empty for a token that is unknown, expired or revoked. */
  Optional<Caller> byToken(String token);
}
