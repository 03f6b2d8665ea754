package org.defcore.simcloud.identity;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.google.common.io.BaseEncoding;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;

/** Passcodes of six digits by RFC 6238, each for 30 seconds and, as in keystone, 30 more. */
public final class Totp {

  private static final Pattern SECRET = Pattern.compile("[A-Za-z2-7]{26,128}={0,6}");

  private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
  private final SecretKeySpec key;

  private Totp(byte[] secret) {
    this.key = new SecretKeySpec(secret, codes.getAlgorithm());
  }

  /**
   * Reads a secret in Base32, of 128 bits or more.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Totp parse(String secret) {
    if (!SECRET.matcher(secret).matches()) {
      throw new IllegalArgumentException(
          "expected a secret of 26 or more characters A-Z and 2-7 but found another");
    }
    return new Totp(BaseEncoding.base32().ignoreCase().decode(secret.replace("=", "")));
  }

  /** Returns whether that is the passcode at a time; it may be used again meanwhile. */
  boolean accepts(String passcode, Instant now) {
    return passcode.equals(passcode(now))
        || passcode.equals(passcode(now.minus(codes.getTimeStep())));
  }

  private String passcode(Instant time) {
    try {
      return codes.generateOneTimePasswordString(key, time);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("a key of this algorithm fits it", e);
    }
  }
}
