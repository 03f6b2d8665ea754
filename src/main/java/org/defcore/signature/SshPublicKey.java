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
import java.util.Set;

/**
 * The public half of an Ed25519 key.
 *
 * @param base64 as {@code authorized_keys} has it behind the type
 */
public record SshPublicKey(String base64) {

  static final String SHA1 = "SHA-1";
  static final String SHA256 = "SHA-256";

  private static final int POINT = 32;
  private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

  static SshPublicKey of(byte[] point) {
    return new SshPublicKey(base64(SshData.joined(SshData.of(SshKey.TYPE), SshData.of(point))));
  }

  static String base64(byte[] blob) {
    return Base64.getEncoder().encodeToString(blob);
  }

  /** The name of a key by a hash of it. */
  static String name(String algorithm, byte[] hash) {
    return algorithm + ":" + base64(hash);
  }

  /** All names by which a list may revoke it. */
  Set<String> names() {
    return Set.of(base64, name(SHA1, hash(SHA1)), name(SHA256, hash(SHA256)));
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
    return encoder.withoutPadding().encodeToString(hash(SHA256));
  }

  private byte[] hash(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm).digest(blob());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
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
