package org.defcore.runner;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.defcore.http.redact.Secrets;
import org.defcore.kit.reason.BrokenAssertion;
import org.defcore.result.Fact;

/**
 * Makes what clouds and libraries say fit for a report or a terminal: one line, without secrets,
 * without control characters, of bounded length.
 */
final class MessageText {

  /** Characters of a line. */
  static final int LONGEST = 600;

  private static final Pattern FIELD = Pattern.compile("[\\w:-]+(?==)");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

  private final Secrets secrets;

  MessageText(Secrets secrets) {
    this.secrets = secrets;
  }

  /** Facts whose values come from the cloud. */
  List<Fact> facts(List<Fact> facts) {
    return facts.stream().map(it -> new Fact(it.name(), line(it.value()), it.source())).toList();
  }

  /**
   * Two texts by the part in which they differ, behind the name of the last field before it: {@code
   * user: expected anna but found berta}. Secrets go before anything is cut: no part of one would
   * be known again.
   */
  String difference(String wanted, String actual) {
    String expected = secrets.redact(wanted);
    String found = secrets.redact(actual);
    if (expected.equals(found)) {
      return "expected one secret but found another";
    }
    int shorter = Math.min(expected.length(), found.length());
    int start = 0;
    while (start < shorter && expected.charAt(start) == found.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && expected.charAt(expected.length() - 1 - end) == found.charAt(found.length() - 1 - end)) {
      end++;
    }
    // Whole words are clearer than the letters in which they differ.
    while (start > 0 && isOfWord(expected.charAt(start - 1))) {
      start--;
    }
    while (end > 0 && isOfWord(expected.charAt(expected.length() - end))) {
      end--;
    }
    String field =
        FIELD
            .matcher(expected.substring(0, start))
            .results()
            .reduce((first, last) -> last)
            .map(it -> it.group() + ": ")
            .orElse("");
    return "%sexpected %s but found %s"
        .formatted(
            field,
            shortened(expected.substring(start, expected.length() - end)),
            shortened(found.substring(start, found.length() - end)));
  }

  private static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c) || "-_.:/@".indexOf(c) >= 0;
  }

  private static String shortened(String part) {
    if (part.isEmpty()) {
      return "nothing";
    }
    return part.length() <= LONGEST / 3 ? part : part.substring(0, LONGEST / 3) + "…";
  }

  String line(String message) {
    return cut(oneLine(message));
  }

  /** The message of a failure, which may be that of a library's assertion. */
  String reason(String message) {
    String line = oneLine(message);
    return cut(BrokenAssertion.said(line, LONGEST / 3).orElse(line));
  }

  private String oneLine(String message) {
    return CONTROL
        .splitAsStream(secrets.redact(message))
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String cut(String line) {
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
