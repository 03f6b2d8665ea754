package org.defcore.simcloud.compute.keypair;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * RSA keys of one cloud. Making them is by far the hardest work of all here, so they are of the
 * fewest bits that SSH clients accept, and a few of them are given in turn.
 */
final class RsaKeys {

  private final AtomicInteger given = new AtomicInteger();

  /** Made when the first one is asked for. */
  private static final class Made {

    private static final List<KeyPair> KEYS = Stream.generate(Made::key).limit(4).toList();

    private static KeyPair key() {
      try {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        return generator.generateKeyPair();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("this Java cannot make RSA keys", e);
      }
    }
  }

  KeyPair next() {
    return Made.KEYS.get(Math.floorMod(given.getAndIncrement(), Made.KEYS.size()));
  }
}
