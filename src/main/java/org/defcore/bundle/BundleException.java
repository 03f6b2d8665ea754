package org.defcore.bundle;

/** A bundle that cannot be used or made; one line saying where, what was expected, what found. */
public final class BundleException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BundleException(String message) {
    super(message);
  }
}
