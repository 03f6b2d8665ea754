package org.defcore.kit;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import org.apache.sshd.common.config.keys.PublicKeyEntry;

/** A key pair made here, so that its private half is never on the wire nor in any file. */
public final class GuestKey {

  private final KeyPair pair;

  private GuestKey(KeyPair pair) {
    this.pair = pair;
  }

  /** Makes one of a kind that guests have understood for longest after RSA: ECDSA of P-256. */
  public static GuestKey generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return new GuestKey(generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot make ECDSA keys", e);
    }
  }

  /** The public half as a line of {@code authorized_keys}. */
  public String publicLine() {
    return PublicKeyEntry.toString(pair.getPublic());
  }

  KeyPair pair() {
    return pair;
  }

  @Override
  public String toString() {
    return "GuestKey[" + publicLine() + "]";
  }
}
