package org.defcore.http.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The note that stands in a recording for a body that is not kept. */
public final class BodyNote {

  private static final Pattern NOTE =
      Pattern.compile(
          "\\[\\d+ bytes, sha256 [0-9a-f]{64}(, md5 (?<md5>[0-9a-f]{32}))?]|\\[cut off after \\d+ bytes]"
              + "|\\[\\d+ bytes, streamed]");

  private BodyNote() {}

  public static String of(byte[] body) {
    return "[%d bytes, sha256 %s, md5 %s]"
        .formatted(body.length, digest("SHA-256", body), digest("MD5", body));
  }

  private static String digest(String algorithm, byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  public static String streamed(long bytes) {
    return "[" + bytes + " bytes, streamed]";
  }

  public static String cutOffAfter(int bytes) {
    return "[cut off after " + bytes + " bytes]";
  }

  /** The number of bytes of a body that was recorded whole, or noted so. */
  public static OptionalLong length(String recorded) {
    if (!is(recorded)) {
      return OptionalLong.of(recorded.getBytes(StandardCharsets.UTF_8).length);
    }
    return recorded.startsWith("[cut")
        ? OptionalLong.empty()
        : OptionalLong.of(Long.parseLong(recorded.substring(1, recorded.indexOf(' '))));
  }

  /** The MD5 of a body that was noted whole, which services tell of what they keep. */
  public static Optional<String> md5(String recorded) {
    Matcher note = NOTE.matcher(recorded);
    return note.matches() ? Optional.ofNullable(note.group("md5")) : Optional.empty();
  }

  public static boolean is(String recorded) {
    return NOTE.matcher(recorded).matches();
  }
}
