package org.defcore.report;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text that must stand in Markdown (CommonMark, and tables of GitHub's) as it is. */
public final class Markdown {

  private static final String SPECIAL = "\\`*_{}[]<>#|~&$";
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern LIST = Pattern.compile("^(\\d{1,9})([.)])(?=\\s|$)");
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)\\b(https?|ftp|mailto|xmpp|www)([:.])");

  private Markdown() {}

  /** One line of plain text, wherever it stands in a line. */
  public static String text(String plain) {
    String line = oneLine(plain);
    StringBuilder escaped = new StringBuilder(line.length() + 8);
    for (int i = 0; i < line.length(); i++) {
      char at = line.charAt(i);
      if (SPECIAL.indexOf(at) >= 0 || (i == 0 && "-+=".indexOf(at) >= 0)) {
        escaped.append('\\');
      }
      escaped.append(at);
    }
    return withoutMeaning(escaped.toString());
  }

  /** Escapes what would become a numbered list or an address. */
  private static String withoutMeaning(String line) {
    String text = line;
    if (!text.isEmpty() && Character.isDigit(text.charAt(0))) {
      text = LIST.matcher(text).replaceFirst("$1\\\\$2");
    }
    boolean address = text.indexOf(':') >= 0 || text.toLowerCase(Locale.ROOT).contains("www.");
    return address
        ? ADDRESS
            .matcher(text)
            .replaceAll(it -> Matcher.quoteReplacement(it.group(1) + "\\" + it.group(2)))
        : text;
  }

  /** A span of code, not for cells of tables; a line break in it becomes a blank. */
  public static String code(String plain) {
    String line = oneLine(plain);
    if (line.isEmpty()) {
      return "";
    }
    String fence = "`";
    while (line.contains(fence)) {
      fence += "`";
    }
    String pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
    return fence + pad + line + pad + fence;
  }

  private static String oneLine(String plain) {
    return BLANKS.matcher(plain.strip()).replaceAll(" ");
  }
}
