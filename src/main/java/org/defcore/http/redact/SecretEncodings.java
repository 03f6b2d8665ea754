package org.defcore.http.redact;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.defcore.http.message.PercentEncoding;

/** The encodings of one secret: in URLs, in JSON, in HTML, inside base64. */
final class SecretEncodings {

  /**
   * @param packed whether the text is part of base64, so that the characters beside it belong to it
   */
  record Encoding(String text, boolean packed) {}

  static final int SHORTEST = 4;

  private static final Pattern ESCAPED_OCTET = Pattern.compile("%[0-9A-F]{2}");

  private final Set<Encoding> encodings = new LinkedHashSet<>();

  private SecretEncodings() {}

  static Set<Encoding> of(String secret) {
    SecretEncodings made = new SecretEncodings();
    made.plain(secret);
    made.url(PercentEncoding.encode(secret));
    made.url(URLEncoder.encode(secret, StandardCharsets.UTF_8));
    made.json(secret);
    made.pointer(secret);
    made.html(secret);
    made.base64(secret.getBytes(StandardCharsets.UTF_8));
    return made.encodings;
  }

  private void plain(String text) {
    if (text.length() >= SHORTEST) {
      encodings.add(new Encoding(text, false));
    }
  }

  private void url(String encoded) {
    plain(encoded);
    plain(
        ESCAPED_OCTET.matcher(encoded).replaceAll(octet -> octet.group().toLowerCase(Locale.ROOT)));
  }

  /** A step of a JSON pointer (RFC 6901), which names a field. */
  private void pointer(String secret) {
    String step = secret.replace("~", "~0").replace("/", "~1");
    plain(step);
    json(step);
  }

  private void json(String secret) {
    String quoted = String.valueOf(JsonStringEncoder.getInstance().quoteAsString(secret));
    plain(quoted);
    plain(quoted.replace("/", "\\/"));
    plain(ascii(quoted, "\\u%04x"));
    plain(ascii(quoted, "\\u%04X"));
  }

  private static String ascii(String text, String escape) {
    StringBuilder out = new StringBuilder(text.length());
    text.chars()
        .forEach(c -> out.append(c < 0x7f ? String.valueOf((char) c) : String.format(escape, c)));
    return out.toString();
  }

  private void html(String secret) {
    String escaped = secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    plain(escaped);
    plain(escaped.replace("\"", "&quot;").replace("'", "&#39;"));
    plain(escaped.replace("\"", "&#34;").replace("'", "&#x27;"));
  }

  /**
   * The part of the base64 text that does not depend on the octets beside the secret, for each of
   * the three alignments.
   */
  private void base64(byte[] octets) {
    for (int before = 0; before < 3; before++) {
      byte[] shifted = new byte[before + octets.length];
      System.arraycopy(octets, 0, shifted, before, octets.length);
      int first = (before * 8 + 5) / 6;
      int last = shifted.length * 8 / 6;
      for (Base64.Encoder encoder : Arrays.asList(Base64.getEncoder(), Base64.getUrlEncoder())) {
        String stretch = encoder.encodeToString(shifted).substring(first, last);
        if (stretch.length() >= SHORTEST) {
          encodings.add(new Encoding(stretch, true));
        }
      }
    }
  }
}
