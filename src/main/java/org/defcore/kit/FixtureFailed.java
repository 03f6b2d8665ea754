package org.defcore.kit;

import java.util.Optional;

/** A shared fixture could not be made, so the tests that need it are blocked, not failed. */
public final class FixtureFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param title what could not be made, {@code two images with data}
   */
  public FixtureFailed(String title, Throwable cause) {
    super(title + ": " + Optional.ofNullable(cause.getMessage()).orElse(cause.toString()), cause);
  }
}
