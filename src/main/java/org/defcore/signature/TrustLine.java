package org.defcore.signature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of OpenSSH's {@code allowed_signers}.
 *
 * @param principals pattern list of who may sign by the key
 * @param namespaces pattern list of purposes; absent for any
 * @param after the first moment at which the key counts
 * @param before the last one
 * @param key in Base64, of whatever type
 */
record TrustLine(
    String principals,
    Optional<String> namespaces,
    Optional<Instant> after,
    Optional<Instant> before,
    String key) {

  private static final int LONGEST = 1 << 20;
  private static final Pattern KEY =
      Pattern.compile("((?:ssh|ecdsa|sk)-[^\\s\"]++)\\s++([A-Za-z0-9+/]++={0,2})(?:\\s.*)?");
  private static final Pattern LINE =
      Pattern.compile(
          "(?:\"([^\"]++)\"|([^\\s\"]++))\\s++"
              + "(?:(?!(?:ssh|ecdsa|sk)-)((?:[^\\s\"]++|\"[^\"]*+\")++)\\s++)?(\\S.*)");
  private static final Pattern OPTION =
      Pattern.compile("\\G([A-Za-z-]++)(?:=\"([^\"]*+)\"|=([^\",]++))?(?:,|$)");
  private static final Pattern TIME = Pattern.compile("(\\d{8})(\\d{4})?(\\d{2})?(Z?)");

  static String text(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(LONGEST + 1);
      if (content.length > LONGEST) {
        throw new SshKeyException(file + ": expected at most 1 MiB but found more");
      }
      return new String(content, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new SshKeyException(file + ": expected a file of keys but found none that can be read");
    }
  }

  /** The key in a line of {@code authorized_keys}, in Base64. */
  static String key(String text, String place) {
    Matcher key = KEY.matcher(text);
    if (!key.matches()) {
      throw new SshKeyException(
          place + ": expected a public key, ssh-ed25519 AAAA…, but found none");
    }
    try {
      // A key that is damaged would never be found to be the one of a signature.
      byte[] blob = Base64.getDecoder().decode(key.group(2));
      if (new SshData(blob).text().equals(key.group(1))) {
        return SshPublicKey.base64(blob);
      }
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      // As any other that is damaged.
    }
    throw new SshKeyException(
        place + ": expected a public key, ssh-ed25519 AAAA…, but found a damaged one");
  }

  static TrustLine parse(String text, String place) {
    Matcher line = LINE.matcher(text);
    if (!line.matches()) {
      throw new SshKeyException(
          place + ": expected PRINCIPALS [OPTIONS] TYPE KEY, as in allowed_signers of OpenSSH");
    }
    String who = line.group(1) == null ? line.group(2) : line.group(1);
    Map<String, String> options = options(Optional.ofNullable(line.group(3)).orElse(""), place);
    return new TrustLine(
        who,
        Optional.ofNullable(options.get("namespaces")),
        Optional.ofNullable(options.get("valid-after")).map(it -> time(it, place)),
        Optional.ofNullable(options.get("valid-before")).map(it -> time(it, place)),
        key(line.group(4), place));
  }

  private static Map<String, String> options(String text, String place) {
    Map<String, String> options = new TreeMap<>();
    Matcher option = OPTION.matcher(text);
    int end = 0;
    while (end < text.length()) {
      if (!option.find()) {
        throw new SshKeyException(place + ": expected options of allowed_signers but found others");
      }
      String name = option.group(1).toLowerCase(Locale.ROOT);
      String value = option.group(2) == null ? option.group(3) : option.group(2);
      switch (name) {
        case "namespaces", "valid-after", "valid-before" -> {
          if (value == null || options.put(name, value) != null) {
            throw new SshKeyException(place + ": expected " + name + "=\"…\" once");
          }
        }
        case "cert-authority" ->
            throw new SshKeyException(
                place
                    + ": expected the key of a signer but found cert-authority: certificates are not"
                    + " supported, name the key itself");
        default ->
            throw new SshKeyException(
                "%s: expected namespaces, valid-after or valid-before but found \"%s\""
                    .formatted(place, name));
      }
      end = option.end();
    }
    return options;
  }

  private static Instant time(String text, String place) {
    Matcher time = TIME.matcher(text);
    try {
      if (time.matches() && (time.group(2) != null || time.group(3) == null)) {
        String rest = Optional.ofNullable(time.group(2)).orElse("0000");
        String seconds = Optional.ofNullable(time.group(3)).orElse("00");
        ZoneId zone = time.group(4).isEmpty() ? ZoneId.systemDefault() : ZoneOffset.UTC;
        return LocalDateTime.parse(
                time.group(1) + rest + seconds, DateTimeFormatter.ofPattern("uuuuMMddHHmmss"))
            .atZone(zone)
            .toInstant();
      }
    } catch (DateTimeException e) {
      // As any other text that is no time.
    }
    throw new SshKeyException(
        "%s: expected a time as YYYYMMDD[HHMM[SS]][Z] but found \"%s\"".formatted(place, text));
  }

  boolean isFor(SshPublicKey other) {
    return key.equals(other.base64());
  }

  boolean isFor(String namespace) {
    return namespaces.map(it -> matches(it, namespace)).orElse(true);
  }

  /** The reason that the key does not count at that moment; empty if it does. */
  Optional<String> untimely(Instant at) {
    if (after.filter(at::isBefore).isPresent()) {
      return Optional.of("not valid before " + after.get());
    }
    return before.filter(at::isAfter).map(it -> "expired at " + it);
  }

  /** Returns whether it has a pattern that is not negated: else no principal fits it. */
  boolean namesSomebody() {
    return Arrays.stream(principals.split(",", -1)).anyMatch(it -> !it.startsWith("!"));
  }

  /** A principal without wildcards, if the line has one, for a command line. */
  String principal() {
    for (String each : principals.split(",", -1)) {
      if (!each.startsWith("!") && !each.contains("*") && !each.contains("?")) {
        return each;
      }
    }
    return principals;
  }

  /** Pattern lists of OpenSSH: one has to fit, and none with an exclamation mark. */
  private static boolean matches(String patterns, String text) {
    boolean found = false;
    for (String each : patterns.split(",", -1)) {
      boolean not = each.startsWith("!");
      if (fits(not ? each.substring(1) : each, text)) {
        if (not) {
          return false;
        }
        found = true;
      }
    }
    return found;
  }

  /** Without recursion, whatever the pattern. */
  private static boolean fits(String pattern, String text) {
    int at = 0;
    int star = -1;
    int mark = 0;
    int i = 0;
    while (i < text.length()) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at++;
        mark = i;
      } else if (at < pattern.length()
          && (pattern.charAt(at) == '?' || pattern.charAt(at) == text.charAt(i))) {
        at++;
        i++;
      } else if (star >= 0) {
        at = star + 1;
        i = ++mark;
      } else {
        return false;
      }
    }
    return pattern.substring(at).chars().allMatch(it -> it == '*');
  }
}
