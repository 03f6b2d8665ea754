package org.defcore.runner;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for a secret in all the forms in which a text may hold it. */
final class SecretSearch {

  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{12,}");

  private SecretSearch() {}

  /** Returns whether letters and digits occur in a text plain, URL-encoded, or within base64. */
  static boolean finds(String text, String plain) {
    return text.contains(plain) || decoded(text).contains(plain) || inBase64(text, plain);
  }

  private static String decoded(String text) {
    return text.indexOf('%') < 0
        ? text
        : URLDecoder.decode(text.replaceAll("%(?![0-9A-Fa-f]{2})", "%25"), StandardCharsets.UTF_8);
  }

  private static boolean inBase64(String text, String plain) {
    Matcher stretch = BASE64.matcher(text);
    while (stretch.find()) {
      String urlSafe = stretch.group().replace('+', '-').replace('/', '_');
      for (int from = 0; from < 4; from++) {
        String whole = urlSafe.substring(from, urlSafe.length() - (urlSafe.length() - from) % 4);
        String seen = new String(Base64.getUrlDecoder().decode(whole), StandardCharsets.ISO_8859_1);
        if (seen.contains(plain)) {
          return true;
        }
      }
    }
    return false;
  }
}
