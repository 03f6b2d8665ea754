package org.defcore.http;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.defcore.http.message.HttpRequest;

/**
 * Terms of one call.
 *
 * @param label names the call in errors, {@code GET /servers}
 * @param taken statuses that the caller takes for an answer of the service, whatever they mean
 *     elsewhere; they are never a reason to send again, and a redirect among them is not followed
 * @param token source of the token that the request carries; absent if it carries none, or another
 * @param longest limit for all exchanges of the call, beside that of the transport
 * @param effect effect of sending the request twice
 */
public record CallTerms(
    String label,
    Set<Integer> taken,
    Optional<TokenSource> token,
    Duration longest,
    Effect effect) {

  // RFC 9110, 9.2.2: others may not be sent again by themselves, as they could take effect twice.
  private static final Set<String> IDEMPOTENT =
      Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE");

  /** The effect of sending a request twice. */
  public enum Effect {
    /** The same as of sending it once. */
    IDEMPOTENT,
    /** Possibly another one. */
    CUMULATIVE
  }

  public CallTerms {
    taken = Set.copyOf(taken);
  }

  /** The usual terms, without a token that could be renewed. */
  public static CallTerms of(HttpRequest request) {
    return new CallTerms(
        request.method() + " " + request.uri().getRawPath(),
        Set.of(),
        Optional.empty(),
        Duration.ofDays(1),
        IDEMPOTENT.contains(request.method()) ? Effect.IDEMPOTENT : Effect.CUMULATIVE);
  }

  CallTerms labelled(String name) {
    return new CallTerms(name, taken, token, longest, effect);
  }

  CallTerms taking(Set<Integer> statuses) {
    return new CallTerms(label, statuses, token, longest, effect);
  }

  /** With a token that is replaced once if it is refused. */
  public CallTerms with(TokenSource source) {
    return new CallTerms(label, taken, Optional.of(source), longest, effect);
  }

  public CallTerms within(Duration limit) {
    return new CallTerms(label, taken, token, limit, effect);
  }

  /** For a request that may be sent twice although its method does not say so. */
  public CallTerms idempotent() {
    return new CallTerms(label, taken, token, longest, Effect.IDEMPOTENT);
  }
}
