package org.defcore.clouds.discovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders text as people count: {@code v2.9} before {@code v2.15}, flavor 42 before 100. */
final class NaturalOrder {

  static final Comparator<String> NATURAL =
      Comparator.comparing(NaturalOrder::key).thenComparing(Comparator.naturalOrder());

  private static final Pattern PART = Pattern.compile("\\d+|\\D+");

  private NaturalOrder() {}

  /** A number becomes its length and itself, so that shorter ones come first. */
  private static String key(String text) {
    List<String> parts = new ArrayList<>();
    Matcher part = PART.matcher(text);
    while (part.find()) {
      String found = part.group();
      if (Character.isDigit(found.charAt(0))) {
        String digits = found.replaceFirst("^0+(?=.)", "");
        parts.add("0" + "%04d".formatted(digits.length()) + digits);
      } else {
        parts.add(found);
      }
    }
    return String.join("", parts);
  }
}
