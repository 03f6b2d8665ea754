package org.defcore.result;

/** A folder that is no run, or cannot become one; one line saying where, what, and what to do. */
public final class RunException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RunException(String message) {
    super(message);
  }
}
