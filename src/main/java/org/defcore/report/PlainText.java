package org.defcore.report;

/** Takes out of a finished document what a reader could not see or a parser would not take. */
public final class PlainText {

  /** The character that stands for one that was taken out. */
  public static final char REPLACEMENT = '\uFFFD';

  private PlainText() {}

  /**
   * Puts U+FFFD for control characters, line separators, lone surrogates, non-characters, and marks
   * that turn the direction of text, with which an answer could make a report read otherwise than
   * it is.
   */
  public static String of(String text) {
    return isPlain(text) ? text : made(text);
  }

  /** Escapes the same in a JSON document, where only strings can have it: the values stay. */
  public static String inJson(String document) {
    return isPlain(document) ? document : escaped(document);
  }

  /** Most documents are, and large ones are not copied for it. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char at = text.charAt(i);
      boolean ascii = (at >= ' ' && at < 0x7F) || at == '\n';
      if (!ascii && (Character.isSurrogate(at) || !isVisible(at))) {
        return false;
      }
    }
    return true;
  }

  private static String made(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .codePoints()
        .map(it -> isVisible(it) ? it : REPLACEMENT)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static String escaped(String document) {
    StringBuilder plain = new StringBuilder(document.length());
    document
        .codePoints()
        .forEach(
            it -> {
              if (isVisible(it)) {
                plain.appendCodePoint(it);
              } else {
                Character.toString(it)
                    .chars()
                    .forEach(part -> plain.append("\\u%04x".formatted(part)));
              }
            });
    return plain.toString();
  }

  /** Returns whether a character shows as itself; a line feed and a tab do. */
  public static boolean isVisible(int code) {
    if (code == '\n' || code == '\t') {
      return true;
    }
    boolean separator = code == 0x2028 || code == 0x2029;
    boolean surrogate = code >= 0xD800 && code <= 0xDFFF;
    boolean noCharacter = (code & 0xFFFE) == 0xFFFE;
    return !(Character.isISOControl(code)
        || separator
        || turnsDirection(code)
        || surrogate
        || noCharacter);
  }

  private static boolean turnsDirection(int code) {
    return code == 0x061C
        || code == 0x200E
        || code == 0x200F
        || (code >= 0x202A && code <= 0x202E)
        || (code >= 0x2066 && code <= 0x2069);
  }
}
