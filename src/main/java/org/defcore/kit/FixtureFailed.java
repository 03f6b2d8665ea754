package org.defcore.kit;

/** A shared fixture could not be made, so the tests that need it are blocked, not failed. */
public final class FixtureFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FixtureFailed(String title, Throwable cause) {
    super(title + ": " + cause.getMessage(), cause);
  }
}
