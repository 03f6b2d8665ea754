package org.defcore.http.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/**
 * A certificate by which a server knows its client, and its private key.
 *
 * @param certificates PEM file, the client's own certificate first
 * @param key PEM file; the same one if it has both
 */
public record ClientCertificate(Path certificates, Path key) {

  private static final String KEY = "a private key";
  private static final int SHORTEST_LINE = 16;
  private static final char[] NO_PASSWORD = {};

  /**
   * The lines of the key, none of which may be shown.
   *
   * @throws java.io.UncheckedIOException if the file cannot be read
   */
  public List<String> secrets() {
    return PemFile.read(key, KEY).blocks().stream()
        .filter(it -> it.label().endsWith("PRIVATE KEY"))
        .flatMap(it -> it.text().lines())
        .map(String::strip)
        .filter(it -> it.length() >= SHORTEST_LINE)
        .toList();
  }

  /**
   * @throws java.io.UncheckedIOException if one of the files cannot be used, with one line that
   *     says why
   */
  KeyManager[] managers() throws GeneralSecurityException {
    List<X509Certificate> chain = PemFile.read(certificates, "PEM certificates").certificates();
    PrivateKey own = privateKey(chain.get(0).getPublicKey());
    KeyStore store = KeyStore.getInstance("PKCS12");
    try {
      store.load(null, null);
    } catch (IOException e) {
      throw new IllegalStateException("an empty store is always readable", e);
    }
    store.setKeyEntry("client", own, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, NO_PASSWORD);
    return factory.getKeyManagers();
  }

  private PrivateKey privateKey(PublicKey other) {
    PemFile file = PemFile.read(key, KEY);
    PemFile.Block block =
        file.key()
            .orElseThrow(
                () ->
                    file.problem(
                        KEY, "none: set key to the file that has it", new IOException("no key")));
    if (block.isEncrypted()) {
      throw file.problem(
          "a private key without a passphrase",
          "an encrypted one: decrypt it into another file, with openssl pkey",
          new IOException("encrypted"));
    }
    PrivateKey own =
        PrivateKeyForms.read(block)
            .orElseThrow(
                () ->
                    file.problem(
                        "a private key of PKCS#8, PKCS#1 or SEC 1",
                        "one that cannot be read: convert it with openssl pkey",
                        new IOException(block.label())));
    if (!match(own, other)) {
      throw file.problem(
          "the private key of " + certificates,
          "another one: check cert and key",
          new IOException("keys differ"));
    }
    return own;
  }

  private static boolean match(PrivateKey own, PublicKey other) {
    if (!own.getAlgorithm().equals(other.getAlgorithm())) {
      return false;
    }
    String algorithm =
        switch (own.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> own.getAlgorithm();
        };
    try {
      byte[] message = {1, 2, 3};
      Signature signing = Signature.getInstance(algorithm);
      signing.initSign(own);
      signing.update(message);
      byte[] signature = signing.sign();
      signing.initVerify(other);
      signing.update(message);
      return signing.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
