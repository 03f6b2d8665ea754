package org.defcore.signature;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/** An Ed25519 key that signs as {@code ssh-keygen -Y sign} does. */
public final class SshKey {

  static final String TYPE = "ssh-ed25519";

  private static final String ALGORITHM = "Ed25519";
  private static final int POINT = 32;

  private final byte[] seed;
  private final SshPublicKey publicKey;

  private SshKey(byte[] seed, SshPublicKey publicKey) {
    this.seed = seed;
    this.publicKey = publicKey;
  }

  /**
   * @param seed the 32 bytes of the private key
   * @param point the 32 bytes of the public key
   */
  static SshKey of(byte[] seed, byte[] point) {
    return new SshKey(seed.clone(), SshPublicKey.of(point));
  }

  /** A new key. */
  public static SshKey make() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      byte[] spki = pair.getPublic().getEncoded();
      return of(
          ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow(),
          Arrays.copyOfRange(spki, spki.length - POINT, spki.length));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK makes Ed25519 keys", e);
    }
  }

  public SshPublicKey publicHalf() {
    return publicKey;
  }

  /** The public key as {@code authorized_keys} has it, without a comment. */
  public String publicKey() {
    return publicKey.line();
  }

  /** The private key as its file has it, not encrypted. */
  byte[] secret() {
    byte[] blob = publicKey.blob();
    byte[] point = Arrays.copyOfRange(blob, blob.length - POINT, blob.length);
    return SshData.joined(blob, SshData.of(SshData.joined(seed, point)));
  }

  /**
   * The signature in armour, without a line feed at its end.
   *
   * @param namespace purpose of the signature, which the verifier has to name as well
   */
  public String sign(String namespace, byte[] message) {
    byte[] bytes = sign(SshSignature.signed(namespace, message));
    return SshSignature.of(publicKey, namespace, bytes).armour();
  }

  /** The plain Ed25519 signature. */
  public byte[] sign(byte[] message) {
    try {
      PrivateKey key =
          KeyFactory.getInstance(ALGORITHM)
              .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK signs by Ed25519", e);
    }
  }
}
