package org.defcore.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks what is secret by its place, in headers, JSON fields and URLs, and what is known to be
 * secret wherever it stands.
 */
final class Masking {

  private static final Set<String> TOKEN_HEADERS =
      Set.of(
          "x-auth-token",
          "x-subject-token",
          "x-service-token",
          "x-storage-token",
          "x-account-meta-temp-url-key",
          "x-account-meta-temp-url-key-2",
          "x-container-meta-temp-url-key",
          "x-container-meta-temp-url-key-2");

  /** Secret, but made of several words, of which most are not. */
  private static final Set<String> OTHER_HEADERS =
      Set.of("authorization", "proxy-authorization", "cookie", "set-cookie", "x-auth-key");

  // Also inside the value of another parameter, where '?', '&' and '=' are encoded themselves.
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?i)(?:^|[?&;]|%3F|%26|\\\\u0026)(?:temp_url_sig|token|access_token|password|secret"
              + "|signature|x-amz-signature|x-amz-security-token)(?:=|%3D)"
              + "(?<value>[^&;\\s\"'<>\\\\#]++)");

  private static final Pattern USER_INFO =
      Pattern.compile("(?i)\\b[a-z][a-z0-9+.-]{0,20}://(?<value>[^/?#\\s\"'<>\\\\]{1,300})@");

  private final Secrets secrets;

  Masking(Secrets secrets) {
    this.secrets = secrets;
  }

  static boolean isSecretHeader(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return TOKEN_HEADERS.contains(lower) || OTHER_HEADERS.contains(lower);
  }

  /** Remembers what a body tells: passwords that were sent, tokens and keys that came back. */
  void learnText(String body) {
    SecretFields.in(body).forEach(it -> secrets.add(it.value()));
    learnUrl(body);
  }

  void learnUrl(String url) {
    for (String value : matches(PARAMETER, url)) {
      String decoded = decode(value);
      secrets.add(decoded);
      secrets.add(decoded.split("&", 2)[0]);
    }
    for (String userInfo : matches(USER_INFO, url)) {
      int colon = userInfo.indexOf(':');
      if (colon >= 0) {
        secrets.add(decode(userInfo.substring(colon + 1)));
      }
    }
  }

  void learnHeaders(List<Header> headers) {
    for (Header header : headers) {
      String name = header.name().toLowerCase(Locale.ROOT);
      if (TOKEN_HEADERS.contains(name)) {
        secrets.add(header.value());
      } else if (name.equals("authorization")) {
        secrets.add(header.value().substring(header.value().indexOf(' ') + 1));
      } else {
        learnUrl(header.value());
      }
    }
  }

  List<Header> headers(List<Header> headers) {
    return headers.stream()
        .map(
            it ->
                new Header(
                    secrets.redact(it.name()),
                    isSecretHeader(it.name()) ? Secrets.MASK : text(it.value())))
        .toList();
  }

  /** A body, a URL, a message. */
  String text(String text) {
    List<Span> spans = new ArrayList<>();
    SecretFields.in(text).forEach(it -> spans.add(it.where()));
    spans(PARAMETER, text, spans);
    spans(USER_INFO, text, spans);
    return secrets.redact(Span.cover(text, spans));
  }

  private static void spans(Pattern pattern, String text, List<Span> spans) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      spans.add(new Span(matcher.start("value"), matcher.end("value"), Secrets.MASK));
    }
  }

  private static List<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(it -> it.group(1)).toList();
  }

  private static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return encoded;
    }
  }
}
