package org.defcore.http.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Causes for which a request is sent again. None of them is an answer of the service itself. */
public enum RepeatCause {
  /** The cloud limits the rate of requests. */
  RATE_LIMIT,
  /** A proxy or load balancer answered in place of the service. */
  GATEWAY,
  /** The connection was refused, or broke off before the answer. */
  CONNECTION,
  /** A valid token was refused. */
  TOKEN;

  /** The word as files write it: {@code rate-limit}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<RepeatCause> parse(String word) {
    return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
  }
}
