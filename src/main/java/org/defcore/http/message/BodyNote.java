package org.defcore.http.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** The note that stands in a recording for a body that is not kept. */
public final class BodyNote {

  private static final Pattern NOTE =
      Pattern.compile(
          "\\[\\d+ bytes, sha256 [0-9a-f]{64}]|\\[cut off after \\d+ bytes]"
              + "|\\[\\d+ bytes, streamed]");

  private BodyNote() {}

  public static String of(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return "[" + body.length + " bytes, sha256 " + HexFormat.of().formatHex(digest) + "]";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
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

  public static boolean is(String recorded) {
    return NOTE.matcher(recorded).matches();
  }
}
