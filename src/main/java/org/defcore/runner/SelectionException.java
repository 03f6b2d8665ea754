package org.defcore.runner;

/** A selection without any test; the message lists the choices. */
public final class SelectionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SelectionException(String message) {
    super(message);
  }
}
