package org.defcore.runner;

/** What was asked for selects nothing; says what there is to choose from. */
public final class SelectionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SelectionException(String message) {
    super(message);
  }
}
