package org.defcore.signature;

import java.nio.BufferUnderflowException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The public half of an Ed25519 key.
 *
 * @param base64 as {@code authorized_keys} has it behind the type
 */
public record SshPublicKey(String base64) {

  private static final int POINT = 32;
  private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

  static SshPublicKey of(byte[] point) {
    byte[] blob = SshData.joined(SshData.of(SshKey.TYPE), SshData.of(point));
    return new SshPublicKey(Base64.getEncoder().encodeToString(blob));
  }

  /** The key in a blob of SSH; empty if that holds another kind of key, or is none. */
  static Optional<SshPublicKey> parse(byte[] blob) {
    try {
      SshData data = new SshData(blob);
      String type = data.text();
      byte[] point = data.string();
      return type.equals(SshKey.TYPE) && point.length == POINT && data.ended()
          ? Optional.of(of(point))
          : Optional.empty();
    } catch (BufferUnderflowException e) {
      return Optional.empty();
    }
  }

  /** The line that {@code authorized_keys} has, without a comment. */
  public String line() {
    return SshKey.TYPE + " " + base64;
  }

  /** The name that {@code ssh-keygen -l} gives the key: {@code SHA256:…}. */
  public String fingerprint() {
    return "SHA256:" + hash(Base64.getEncoder());
  }

  /** The same in characters that a file's name may have. */
  public String fileWord() {
    return hash(Base64.getUrlEncoder());
  }

  private String hash(Base64.Encoder encoder) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(blob());
      return encoder.withoutPadding().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The key as {@code openssl} reads it. */
  public String pem() {
    String body = Base64.getEncoder().encodeToString(spki());
    return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
  }

  byte[] blob() {
    return Base64.getDecoder().decode(base64);
  }

  private byte[] spki() {
    byte[] blob = blob();
    return SshData.joined(SPKI, Arrays.copyOfRange(blob, blob.length - POINT, blob.length));
  }

  /** Returns whether the key has made that plain Ed25519 signature of the message. */
  public boolean verifies(byte[] signature, byte[] message) {
    try {
      PublicKey key =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki()));
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
