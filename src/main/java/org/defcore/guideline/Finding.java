package org.defcore.guideline;

import java.util.Locale;

/**
 * Something odd or wrong in a guideline file.
 *
 * @param rule that it breaks
 * @param severity whether the file can still be used
 * @param pointer JSON pointer (RFC 6901) to the place
 * @param message expected and found, one line
 */
public record Finding(Rule rule, Severity severity, String pointer, String message) {

  /** Effect on the use of the file. */
  public enum Severity {
    /** Read as intended, reported, harmless to a verdict. */
    ODDITY,
    /** The file cannot be used. */
    ERROR
  }

  /** One line whatever the file holds: control characters are written as escapes. */
  @Override
  public String toString() {
    String line = (pointer.isEmpty() ? "/" : pointer) + ": " + message;
    StringBuilder safe = new StringBuilder();
    line.chars()
        .forEach(
            it -> {
              if (Character.isISOControl(it)) {
                safe.append(String.format(Locale.ROOT, "\\u%04x", it));
              } else {
                safe.append((char) it);
              }
            });
    return safe.toString();
  }
}
