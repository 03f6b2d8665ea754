package org.defcore.runner;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Looks for secrets in all the forms in which a text may hold them.
 *
 * @param forms the text itself, URL-decoded, and with the URL-safe letters of base64
 */
public record SecretSearch(List<String> forms) {

  public SecretSearch {
    forms = List.copyOf(forms);
  }

  public static SecretSearch in(String text) {
    return new SecretSearch(List.of(text, decoded(text), text.replace('+', '-').replace('/', '_')));
  }

  /** Returns whether letters and digits occur plain, URL-encoded, or within base64. */
  public boolean finds(String plain) {
    return forms.get(0).contains(plain) || forms.get(1).contains(plain) || inBase64(plain);
  }

  private static String decoded(String text) {
    return text.indexOf('%') < 0
        ? text
        : URLDecoder.decode(text.replaceAll("%(?![0-9A-Fa-f]{2})", "%25"), StandardCharsets.UTF_8);
  }

  private boolean inBase64(String plain) {
    return IntStream.range(0, 3).anyMatch(it -> forms.get(2).contains(encoded(plain, it)));
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
