package org.defcore.declaration.compare;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions of code, with or without the additions of a packager. */
final class CodeVersion {

  private static final Pattern UPSTREAM = Pattern.compile("(?:\\d+:)?(\\d+(?:\\.\\d+)*).*");

  private CodeVersion() {}

  /**
   * Returns whether two versions are the same code, as {@code 1:2.30.1-0+deb12u1} and {@code
   * 2.30.1} are.
   */
  static boolean same(String one, String other) {
    return upstream(one).equals(upstream(other));
  }

  private static String upstream(String version) {
    Matcher matcher = UPSTREAM.matcher(version);
    return matcher.matches() ? matcher.group(1) : version;
  }
}
