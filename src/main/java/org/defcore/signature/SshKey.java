package org.defcore.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;

/** An Ed25519 key that signs as {@code ssh-keygen -Y sign} does. */
public final class SshKey {

  static final String TYPE = "ssh-ed25519";

  private static final String HASH = "sha512";
  private static final byte[] MAGIC = "SSHSIG".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;

  private final PrivateKey key;
  private final byte[] publicKey;

  private SshKey(PrivateKey key, byte[] publicKey) {
    this.key = key;
    this.publicKey = publicKey;
  }

  /**
   * @param seed the 32 octets of the private key
   * @param point the 32 octets of the public key
   */
  static SshKey of(byte[] seed, byte[] point) throws GeneralSecurityException {
    PrivateKey key =
        KeyFactory.getInstance("Ed25519")
            .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
    return new SshKey(key, SshData.joined(SshData.of(TYPE), SshData.of(point)));
  }

  /** The public key as {@code authorized_keys} has it, without a comment. */
  public String publicKey() {
    return TYPE + " " + Base64.getEncoder().encodeToString(publicKey);
  }

  /**
   * The signature in armour (PROTOCOL.sshsig of OpenSSH), without a line feed at its end.
   *
   * @param namespace purpose of the signature, which the verifier has to name as well
   */
  public String sign(String namespace, byte[] message) {
    byte[] terms = SshData.joined(SshData.of(namespace), SshData.of(""), SshData.of(HASH));
    byte[] signature = SshData.joined(SshData.of(TYPE), SshData.of(raw(terms, message)));
    byte[] blob =
        SshData.joined(
            MAGIC, SshData.of(VERSION), SshData.of(publicKey), terms, SshData.of(signature));
    String lines = Base64.getEncoder().encodeToString(blob).replaceAll("(.{70})(?=.)", "$1\n");
    return "-----BEGIN SSH SIGNATURE-----\n" + lines + "\n-----END SSH SIGNATURE-----";
  }

  private byte[] raw(byte[] terms, byte[] message) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-512").digest(message);
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(SshData.joined(MAGIC, terms, SshData.of(hash)));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK signs by Ed25519", e);
    }
  }
}
