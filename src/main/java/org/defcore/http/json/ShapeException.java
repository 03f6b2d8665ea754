package org.defcore.http.json;

/** JSON is not of the shape that a record asks for; the message is one line. */
public final class ShapeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String expected;
  private final String found;

  /**
   * @param at JSON pointer of the culprit; empty for the document
   */
  public ShapeException(String at, String expected, String found, Throwable cause) {
    super((at.isEmpty() ? "" : at + ": ") + "expected " + expected + " but found " + found, cause);
    this.expected = expected;
    this.found = found;
  }

  public String expected() {
    return expected;
  }

  public String found() {
    return found;
  }
}
