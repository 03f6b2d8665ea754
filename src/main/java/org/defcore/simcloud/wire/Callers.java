package org.defcore.simcloud.wire;

import java.util.Optional;

/** Finds out for every service whom a token speaks for. */
@FunctionalInterface
public interface Callers {

  /** Empty for a token that is unknown, expired or revoked. */
  Optional<Caller> byToken(String token);
}
