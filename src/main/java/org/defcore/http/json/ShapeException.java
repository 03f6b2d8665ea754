package org.defcore.http.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

  /** The fields of an object that nobody declared, if that is what is wrong. */
  public Optional<ExtraFields> extras() {
    return cause instanceof UnrecognizedPropertyException unknown
        ? Optional.of(new ExtraFields(JsonPointer.compile(at), declared(unknown)))
        : Optional.empty();
  }

  private static Set<String> declared(UnrecognizedPropertyException unknown) {
    return unknown.getKnownPropertyIds().stream()
        .map(String::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The same in a larger document that has the JSON there. */
  public ShapeException under(String pointer) {
    return new ShapeException(pointer + at, expected, found, cause);
  }
}
