package org.defcore.client.objectstore;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A signed link that stands for a token.
 *
 * @param path of the object in the account
 * @param digest {@code HmacSHA256} or another that Java has
 */
public record TemporaryUrl(String method, String path, Instant expires, String digest, String key) {

  public TemporaryUrl with(String otherKey) {
    return new TemporaryUrl(method, path, expires, digest, otherKey);
  }

  /** The signature of the object that has that address. */
  String signature(String address) {
    try {
      Mac mac = Mac.getInstance(digest);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), digest));
      String signed = method + "\n" + expires.getEpochSecond() + "\n" + address;
      return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + digest, e);
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "TemporaryUrl[" + method + " " + path + "]";
  }
}
