package org.defcore.http.redact;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.defcore.http.message.Header;

/**
 * Masks what is secret by its place, in headers, JSON fields and URLs, and what is known to be
 * secret wherever it stands.
 */
public final class Masking {

  private static final Set<String> TOKEN_HEADERS =
      Set.of(
          "x-auth-token",
          "x-subject-token",
          "x-service-token",
          "x-storage-token",
          "openstack-auth-receipt",
          "x-amz-security-token",
          "x-account-meta-temp-url-key",
          "x-account-meta-temp-url-key-2",
          "x-container-meta-temp-url-key",
          "x-container-meta-temp-url-key-2");

  /** Secret, but made of several words, of which most are not. */
  private static final Set<String> OTHER_HEADERS =
      Set.of("authorization", "proxy-authorization", "cookie", "set-cookie", "x-auth-key");

  /** The two that stand in text, each with characters of which it has one at least. */
  private enum Place {
    // Also inside the value of another parameter, where '?', '&' and '=' are encoded themselves.
    PARAMETER(
        "=%",
        "(?i)(?:^|[?&;]|%3F|%26|\\\\u0026)(?:temp_url_sig|token|access_token|password|secret"
            + "|signature|x-amz-signature|x-amz-security-token)(?:=|%3D)"
            + "([^&;\\s\"'<>\\\\#]++)"),

    USER_INFO("@", "(?i)\\b[a-z][a-z0-9+.-]{0,20}://([^/?#\\s\"'<>\\\\]{1,300})@");

    private final String signs;
    private final Pattern pattern;

    Place(String signs, String pattern) {
      this.signs = signs;
      this.pattern = Pattern.compile(pattern);
    }

    List<MatchResult> in(String text) {
      // Most bodies have no such sign, and looking for one is much cheaper.
      boolean worthwhile = signs.chars().anyMatch(it -> text.indexOf(it) >= 0);
      return worthwhile ? pattern.matcher(text).results().toList() : List.of();
    }
  }

  private final Secrets secrets;

  public Masking(Secrets secrets) {
    this.secrets = secrets;
  }

  public static boolean isSecretHeader(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return TOKEN_HEADERS.contains(lower) || OTHER_HEADERS.contains(lower);
  }

  /** Remembers what a body tells: passwords that were sent, tokens and keys that came back. */
  public void learnText(String body) {
    SecretFields.in(body).forEach(it -> secrets.learn(it.value()));
    learnUrl(body);
  }

  public void learnUrl(String url) {
    for (MatchResult value : Place.PARAMETER.in(url)) {
      String decoded = decode(value.group(1));
      secrets.learn(decoded);
      secrets.learn(decoded.split("&", 2)[0]);
    }
    for (MatchResult found : Place.USER_INFO.in(url)) {
      String userInfo = found.group(1);
      int colon = userInfo.indexOf(':');
      if (colon >= 0) {
        secrets.learn(decode(userInfo.substring(colon + 1)));
      }
    }
  }

  public void learnHeaders(List<Header> headers) {
    for (Header header : headers) {
      String name = header.name().toLowerCase(Locale.ROOT);
      if (TOKEN_HEADERS.contains(name)) {
        secrets.learn(header.value());
      } else if (name.equals("authorization")) {
        secrets.learn(header.value().substring(header.value().indexOf(' ') + 1));
      } else {
        learnUrl(header.value());
      }
    }
  }

  public List<Header> headers(List<Header> headers) {
    return headers.stream()
        .map(
            it ->
                new Header(
                    secrets.redact(it.name()),
                    isSecretHeader(it.name()) ? Secrets.MASK : text(it.value())))
        .toList();
  }

  /** A body, a URL, a message. */
  public String text(String text) {
    List<TextRange> spans = new ArrayList<>();
    SecretFields.in(text).forEach(it -> spans.add(it.where()));
    for (Place place : Place.values()) {
      place.in(text).forEach(it -> spans.add(new TextRange(it.start(1), it.end(1), Secrets.MASK)));
    }
    return secrets.redact(TextRange.cover(text, spans));
  }

  private static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return encoded;
    }
  }
}
