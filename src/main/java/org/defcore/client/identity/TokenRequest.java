package org.defcore.client.identity;

import java.util.List;
import java.util.Map;
import org.defcore.client.Wanted;

/** A request for a token, by whatever proof. */
public interface TokenRequest {

  /** The body of {@code POST /v3/auth/tokens}; it has secrets in it. */
  Wanted body();

  /** A request by an earlier token. */
  static TokenRequest byToken(String token) {
    Map<String, ?> identity = Map.of("methods", List.of("token"), "token", Map.of("id", token));
    return () -> Wanted.nameless().with("auth", Map.of("identity", identity));
  }
}
