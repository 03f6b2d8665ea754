package org.defcore.report.run;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reason of a failure taken apart.
 *
 * @param where the call or the field; empty if the reason names none
 * @param expected empty if the reason does not say
 * @param found all of the reason if it does not say what was expected
 */
public record Mismatch(String where, String expected, String found) {

  private static final Pattern WORDS =
      Pattern.compile(
          "(?:(?<where>.*?):? )??expected:? (?<expected>.+?) but (?:found|was):? (?<found>.+)",
          Pattern.DOTALL);

  static Mismatch of(String reason) {
    Matcher words = WORDS.matcher(reason);
    if (!words.matches()) {
      return new Mismatch("", "", reason);
    }
    String where = words.group("where");
    return new Mismatch(where == null ? "" : where, words.group("expected"), words.group("found"));
  }
}
