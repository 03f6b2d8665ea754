package org.defcore.runner;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.IntStream;

/** Looks for a secret in all the forms in which a text may hold it. */
public final class SecretSearch {

  private SecretSearch() {}

  /** Returns whether letters and digits occur in a text plain, URL-encoded, or within base64. */
  public static boolean finds(String text, String plain) {
    return text.contains(plain) || decoded(text).contains(plain) || inBase64(text, plain);
  }

  private static String decoded(String text) {
    return text.indexOf('%') < 0
        ? text
        : URLDecoder.decode(text.replaceAll("%(?![0-9A-Fa-f]{2})", "%25"), StandardCharsets.UTF_8);
  }

  private static boolean inBase64(String text, String plain) {
    String urlSafe = text.replace('+', '-').replace('/', '_');
    return IntStream.range(0, 3).anyMatch(it -> urlSafe.contains(encoded(plain, it)));
  }

  /** The characters that are the same whatever stands before, a number of bytes, and after it. */
  private static String encoded(String plain, int before) {
    byte[] all = new byte[before + plain.length()];
    System.arraycopy(plain.getBytes(StandardCharsets.US_ASCII), 0, all, before, plain.length());
    return Base64.getUrlEncoder()
        .encodeToString(all)
        .substring((before * 8 + 5) / 6, all.length * 8 / 6);
  }
}
