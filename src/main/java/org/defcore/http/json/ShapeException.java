package org.defcore.http.json;

import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Optional;

/** JSON is not of the shape that a record asks for; the message is one line. */
public final class ShapeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String at;
  private final String expected;
  private final String found;

  /**
   * @param at JSON pointer of the culprit; empty for the document
   */
  public ShapeException(String at, String expected, String found, Throwable cause) {
    super((at.isEmpty() ? "" : at + ": ") + "expected " + expected + " but found " + found, cause);
    this.at = at;
    this.expected = expected;
    this.found = found;
  }

  public String expected() {
    return expected;
  }

  public String found() {
    return found;
  }

  /** The pointer to a field that nobody declared, if that is all that is wrong. */
  public Optional<String> extra() {
    return Optional.of(at).filter(it -> getCause() instanceof UnrecognizedPropertyException);
  }
}
