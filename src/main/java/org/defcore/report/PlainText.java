package org.defcore.report;

/** Takes out of a finished document what a reader could not see or a parser would not take. */
public final class PlainText {

  private static final int REPLACEMENT = 0xFFFD;

  private PlainText() {}

  /**
   * Puts U+FFFD for control characters, lone surrogates, non-characters, and marks that turn the
   * direction of text, with which an answer could make a report read otherwise than it is.
   */
  public static String of(String text) {
    return isPlain(text) ? text : made(text);
  }

  /** Most documents are, and large ones are not copied for it. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char at = text.charAt(i);
      boolean ascii = (at >= ' ' && at < 0x7F) || at == '\n';
      if (!ascii && (Character.isSurrogate(at) || !visible(at))) {
        return false;
      }
    }
    return true;
  }

  private static String made(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .codePoints()
        .map(it -> visible(it) ? it : REPLACEMENT)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static boolean visible(int code) {
    if (code == '\n' || code == '\t') {
      return true;
    }
    boolean turnsDirection =
        (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    boolean surrogate = code >= 0xD800 && code <= 0xDFFF;
    boolean noCharacter = (code & 0xFFFE) == 0xFFFE;
    return !(Character.isISOControl(code) || turnsDirection || surrogate || noCharacter);
  }
}
