package org.defcore.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.defcore.http.message.Obstacle;

/**
 * There was no usable answer of the service: none at all, or one of something on the way to it. So
 * nothing is established about the claim.
 */
public final class NoAnswer extends UncheckedIOException {

  private static final long serialVersionUID = 1L;

  /** Causes that a user can act on. */
  public enum Cause {
    UNKNOWN_HOST,
    REFUSED,
    TIMED_OUT,
    NOT_TRUSTED,
    CLIENT_CERTIFICATE,
    PROXY,
    BROKEN_OFF,
    RATE_LIMITED,
    GATEWAY,
    TOKEN_REFUSED
  }

  private final Cause why;

  /**
   * @param message one line, redacted: attempt, address and result
   */
  public NoAnswer(Cause why, String message, IOException cause) {
    super(message, cause);
    this.why = why;
  }

  /**
   * Says that something else than the service answered.
   *
   * @param call method and path
   */
  public static NoAnswer of(String call, String expected, Obstacle obstacle) {
    Cause why =
        switch (obstacle.cause()) {
          case RATE_LIMIT -> Cause.RATE_LIMITED;
          case GATEWAY -> Cause.GATEWAY;
          case CONNECTION -> Cause.BROKEN_OFF;
          case TOKEN -> Cause.TOKEN_REFUSED;
        };
    String message =
        "%s: expected %s but found %s: %s"
            .formatted(call, expected, obstacle.found(), obstacle.advice());
    return new NoAnswer(why, message, new IOException(obstacle.found()));
  }

  /** Returns whether something on the way to the service, or at its door, has answered. */
  public boolean isAnswered() {
    return switch (why) {
      case RATE_LIMITED, GATEWAY, TOKEN_REFUSED -> true;
      case UNKNOWN_HOST, REFUSED, TIMED_OUT, NOT_TRUSTED, CLIENT_CERTIFICATE, PROXY, BROKEN_OFF ->
          false;
    };
  }

  public Cause why() {
    return why;
  }
}
