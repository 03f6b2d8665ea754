package org.defcore.store;

/** A store that cannot be used; one line saying where, what was expected, what was found. */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StoreException(String message) {
    super(message);
  }
}
