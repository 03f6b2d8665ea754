package org.defcore.http;

import java.io.IOException;
import java.io.UncheckedIOException;

/** There was no usable answer, so nothing is established about the claim. */
public final class NoAnswer extends UncheckedIOException {

  private static final long serialVersionUID = 1L;

  /** Causes that a user can act on. */
  public enum Cause {
    UNKNOWN_HOST,
    REFUSED,
    TIMED_OUT,
    NOT_TRUSTED,
    BROKEN_OFF
  }

  private final Cause why;

  /**
   * @param message one line, redacted: attempt, address and result
   */
  public NoAnswer(Cause why, String message, IOException cause) {
    super(message, cause);
    this.why = why;
  }

  public Cause why() {
    return why;
  }
}
