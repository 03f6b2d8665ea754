package org.defcore.http.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Optional;

/** JSON is not of the shape that a record asks for; the message is one line. */
public final class ShapeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String at;
  private final String expected;
  private final String found;
  private final Throwable cause;

  /**
   * @param at JSON pointer of the culprit; empty for the document
   */
  public ShapeException(String at, String expected, String found, Throwable cause) {
    super((at.isEmpty() ? "" : at + ": ") + "expected " + expected + " but found " + found, cause);
    this.at = at;
    this.expected = expected;
    this.found = found;
    this.cause = cause;
  }

  public String expected() {
    return expected;
  }

  public String found() {
    return found;
  }

  /** The field that nobody declared, if that is what is wrong. */
  public Optional<ExtraField> extra() {
    return Optional.of(at)
        .filter(it -> cause instanceof UnrecognizedPropertyException)
        .map(JsonPointer::compile)
        .map(ExtraField::new);
  }

  /** The same in a larger document that has the JSON there. */
  public ShapeException under(String pointer) {
    return new ShapeException(pointer + at, expected, found, cause);
  }
}
