package org.defcore.client.identity;

import org.defcore.client.Wanted;

/** A request for a token, by whatever proof. */
public interface TokenRequest {

  /** The body of {@code POST /v3/auth/tokens}; it has secrets in it. */
  Wanted body();
}
