package org.defcore.simcloud.identity;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Passcodes of six digits by RFC 6238, each for 30 seconds and, as in keystone, 30 more. */
public final class Totp {

  private static final String ALGORITHM = "HmacSHA1";
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final Pattern SECRET = Pattern.compile("[A-Z2-7]{26,128}={0,6}");
  private static final int BITS_OF_CHARACTER = 5;
  private static final int WINDOW = 30;
  private static final int PREVIOUS_WINDOWS = 1;
  private static final int CODES = 1_000_000;

  private final SecretKeySpec key;

  private Totp(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * Reads a secret in Base32, of 128 bits or more.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Totp parse(String secret) {
    String text = secret.toUpperCase(Locale.ROOT);
    if (!SECRET.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "expected a secret of 26 or more characters A-Z and 2-7 but found another");
    }
    String digits = text.replace("=", "");
    BigInteger bits = BigInteger.ONE; // Keeps zeroes at the beginning.
    for (int i = 0; i < digits.length(); i++) {
      BigInteger value = BigInteger.valueOf(BASE32.indexOf(digits.charAt(i)));
      bits = bits.shiftLeft(BITS_OF_CHARACTER).add(value);
    }
    byte[] marked = bits.shiftRight(digits.length() * BITS_OF_CHARACTER % Byte.SIZE).toByteArray();
    return new Totp(Arrays.copyOfRange(marked, 1, marked.length));
  }

  /** Returns whether that is the passcode at a time; it may be used again meanwhile. */
  boolean accepts(String passcode, Instant now) {
    long window = now.getEpochSecond() / WINDOW;
    return LongStream.rangeClosed(window - PREVIOUS_WINDOWS, window)
        .mapToObj(this::passcode)
        .anyMatch(passcode::equals);
  }

  private String passcode(long window) {
    byte[] hash;
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(window).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
    int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & Integer.MAX_VALUE;
    return "%06d".formatted(number % CODES);
  }
}
