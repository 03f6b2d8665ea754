package org.defcore.simcloud.compute.keypair;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** The public half of a key pair, its fingerprint, and the private half when it was made here. */
record KeyMaterial(String publicKey, String fingerprint, Optional<String> privateKey) {

  private static final byte[] SHA256_WITH_RSA =
      Der.sequence(Der.identifier(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b), Der.NULL);
  private static final byte[] COMMON_NAME = Der.identifier(0x55, 0x04, 0x03);

  @Override
  public String toString() {
    return "KeyMaterial[" + fingerprint + "]";
  }

  static KeyMaterial ssh(KeyPair pair) {
    try {
      byte[] blob = sshBlob((RSAPublicKey) pair.getPublic());
      String line = "ssh-rsa " + Base64.getEncoder().encodeToString(blob) + " Generated-by-Nova";
      String secret = pem("RSA PRIVATE KEY", pkcs1((RSAPrivateCrtKey) pair.getPrivate()));
      return new KeyMaterial(line, fingerprint("MD5", blob), Optional.of(secret));
    } catch (IOException e) {
      throw new IllegalStateException("a key in memory could not be written", e);
    }
  }

  static KeyMaterial x509(KeyPair pair, String commonName) {
    try {
      byte[] der = certificate(pair, commonName);
      Certificate certificate = parse(der);
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("key", pair.getPrivate(), new char[0], new Certificate[] {certificate});
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      store.store(out, new char[0]);
      String secret = Base64.getEncoder().encodeToString(out.toByteArray());
      return new KeyMaterial(
          pem("CERTIFICATE", der), fingerprint("SHA-1", der), Optional.of(secret));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java cannot make certificates", e);
    }
  }

  /** Empty when the line is no public key of SSH. */
  static Optional<KeyMaterial> importSsh(String line) {
    String[] words = line.trim().split("\\s+", 3);
    if (words.length < 2 || !words[0].matches("(ssh|ecdsa|sk)-[a-z0-9@.-]+")) {
      return Optional.empty();
    }
    try {
      byte[] blob = Base64.getDecoder().decode(words[1]);
      return isSshBlob(blob, words[0])
          ? Optional.of(new KeyMaterial(line, fingerprint("MD5", blob), Optional.empty()))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Empty when the text is no certificate. */
  static Optional<KeyMaterial> importX509(String text) {
    try {
      byte[] der = parse(text.getBytes(StandardCharsets.US_ASCII)).getEncoded();
      return Optional.of(new KeyMaterial(text, fingerprint("SHA-1", der), Optional.empty()));
    } catch (CertificateException e) {
      return Optional.empty();
    }
  }

  private static boolean isSshBlob(byte[] blob, String type) {
    ByteBuffer rest = ByteBuffer.wrap(blob);
    String first = "";
    while (rest.remaining() >= 4) {
      int length = rest.getInt();
      if (length < 0 || length > rest.remaining()) {
        return false;
      }
      byte[] part = new byte[length];
      rest.get(part);
      first = first.isEmpty() ? new String(part, StandardCharsets.US_ASCII) : first;
    }
    return !rest.hasRemaining() && first.equals(type);
  }

  private static byte[] sshBlob(RSAPublicKey key) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    byte[] type = "ssh-rsa".getBytes(StandardCharsets.US_ASCII);
    for (byte[] part :
        new byte[][] {
          type, key.getPublicExponent().toByteArray(), key.getModulus().toByteArray()
        }) {
      out.writeInt(part.length);
      out.write(part);
    }
    return bytes.toByteArray();
  }

  private static byte[] pkcs1(RSAPrivateCrtKey key) {
    return Der.sequence(
        Der.integer(BigInteger.ZERO),
        Der.integer(key.getModulus()),
        Der.integer(key.getPublicExponent()),
        Der.integer(key.getPrivateExponent()),
        Der.integer(key.getPrimeP()),
        Der.integer(key.getPrimeQ()),
        Der.integer(key.getPrimeExponentP()),
        Der.integer(key.getPrimeExponentQ()),
        Der.integer(key.getCrtCoefficient()));
  }

  private static byte[] certificate(KeyPair pair, String commonName)
      throws GeneralSecurityException {
    Instant now = Instant.now();
    byte[] name = Der.sequence(Der.set(Der.sequence(COMMON_NAME, Der.text(commonName))));
    byte[] content =
        Der.sequence(
            Der.tagged(0, Der.integer(BigInteger.TWO)),
            Der.integer(BigInteger.valueOf(now.toEpochMilli())),
            SHA256_WITH_RSA,
            name,
            Der.sequence(Der.time(now), Der.time(now.plus(Duration.ofDays(3650)))),
            name,
            pair.getPublic().getEncoded());
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(pair.getPrivate());
    signature.update(content);
    return Der.sequence(content, SHA256_WITH_RSA, Der.bits(signature.sign()));
  }

  private static Certificate parse(byte[] bytes) throws CertificateException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(bytes));
  }

  private static String pem(String kind, byte[] der) {
    byte[] newline = {'\n'};
    String lines = Base64.getMimeEncoder(64, newline).encodeToString(der);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, lines, kind);
  }

  private static String fingerprint(String algorithm, byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance(algorithm).digest(content);
      return HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(digest, digest.length));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks " + algorithm, e);
    }
  }
}
