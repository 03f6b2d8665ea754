package org.defcore.guideline;

/**
 * Something odd or wrong in a guideline file.
 *
 * @param pointer JSON pointer (RFC 6901) to the place
 * @param message expected and found, one line
 */
public record Finding(Severity severity, String pointer, String message) {

  /** Whether the file can be used all the same. */
  public enum Severity {
    /** Read as intended, reported, harmless to a verdict. */
    ODDITY,
    /** The file cannot be used. */
    ERROR
  }

  @Override
  public String toString() {
    return (pointer.isEmpty() ? "/" : pointer) + ": " + message;
  }
}
