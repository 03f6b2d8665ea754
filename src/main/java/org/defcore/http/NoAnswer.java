package org.defcore.http;

import java.io.IOException;
import java.io.UncheckedIOException;

/** No usable answer came, so nothing is established about the claim. */
public final class NoAnswer extends UncheckedIOException {

  private static final long serialVersionUID = 1L;

  /** What went wrong, as far as a user can act on it. */
  public enum Cause {
    UNKNOWN_HOST,
    REFUSED,
    TIMED_OUT,
    NOT_TRUSTED,
    BROKEN_OFF
  }

  private final Cause why;

  /**
   * @param message one line: what was tried, on what, what came back; redacted
   */
  public NoAnswer(Cause why, String message, IOException cause) {
    super(message, cause);
    this.why = why;
  }

  public Cause why() {
    return why;
  }
}
