package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.spec.PBEParameterSpec;
import javax.security.auth.x500.X500Principal;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.util.io.der.DERParser;
import org.apache.sshd.common.util.io.der.DERWriter;
import org.defcore.simcloud.wire.Json;

/**
 * The material of key pairs, as answers have it: {@code public_key} and {@code fingerprint}, and
 * {@code private_key} where it was made here.
 */
final class KeyMaterial {

  // In DER, as are all parts of a certificate.
  private static final byte[] VERSION_3 = HexFormat.of().parseHex("a003020102");
  private static final byte[] SHA256_WITH_RSA =
      HexFormat.of().parseHex("300d06092a864886f70d01010b0500");
  private static final int INTEGER = 0x02;
  private static final int BITS = 0x03;
  private static final int TIME = 0x18;
  private static final int SEQUENCE = 0x30;
  private static final DateTimeFormatter TIMES =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  /**
   * RSA keys, made when the first one is asked for. Making them is by far the hardest work of all
   * here, so they are of the fewest bits that SSH clients accept, and two are given in turn.
   */
  private static final class Made {

    private static final List<KeyPair> KEYS = Stream.generate(Made::key).limit(2).toList();

    private static KeyPair key() {
      try {
        return KeyUtils.generateKeyPair("ssh-rsa", 1024);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("this Java cannot make RSA keys", e);
      }
    }
  }

  private KeyMaterial() {}

  /**
   * A pair made here.
   *
   * @param type {@code ssh} or {@code x509}
   * @param turn the number of the key pair
   */
  static ObjectNode made(String type, int turn, String owner) {
    KeyPair pair = Made.KEYS.get(Math.floorMod(turn, Made.KEYS.size()));
    try {
      return type.equals("ssh") ? ssh(pair) : x509(pair, owner);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java cannot write keys", e);
    }
  }

  /** The public half that a user brings; empty when it is none of that type. */
  static Optional<ObjectNode> imported(String type, String text) {
    try {
      byte[] content = type.equals("ssh") ? sshContent(text) : certificate(text).getEncoded();
      String digest = type.equals("ssh") ? "MD5" : "SHA-1";
      return Optional.of(known(text, fingerprint(digest, content)));
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static ObjectNode ssh(KeyPair pair) throws GeneralSecurityException, IOException {
    String line = PublicKeyEntry.toString(pair.getPublic());
    DERParser pkcs8 = new DERParser(pair.getPrivate().getEncoded()).readObject().createParser();
    pkcs8.readBigInteger();
    pkcs8.readObject();
    // After version and algorithm comes the key as PKCS#1 has it, which SSH calls the PEM form.
    String secret = pem("RSA PRIVATE KEY", pkcs8.readObject().getPureValueBytes());
    String fingerprint = fingerprint("MD5", sshContent(line));
    return known(line + " Generated-by-Nova", fingerprint).put("private_key", secret);
  }

  // The library cannot read keys of every kind; all of them are parts with lengths, the kind first.
  private static byte[] sshContent(String line) throws IOException {
    PublicKeyEntry entry =
        Optional.ofNullable(PublicKeyEntry.parsePublicKeyEntry(line.trim()))
            .filter(it -> it.getKeyType().matches("(ssh|ecdsa|sk)-[a-z0-9@.-]+"))
            .orElseThrow(() -> new IOException("it is no key of SSH"));
    byte[] content = entry.getKeyData();
    DataInputStream parts = new DataInputStream(new ByteArrayInputStream(content));
    String type = new String(parts.readNBytes(parts.readInt()), StandardCharsets.US_ASCII);
    while (parts.available() > 0) {
      parts.skipNBytes(Integer.toUnsignedLong(parts.readInt()));
    }
    if (!type.equals(entry.getKeyType())) {
      throw new IOException("it is a " + type);
    }
    return content;
  }

  private static ObjectNode x509(KeyPair pair, String owner)
      throws GeneralSecurityException, IOException {
    byte[] der = selfSigned(pair, owner);
    String text = pem("CERTIFICATE", der);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    KeyStore.PasswordProtection open =
        new KeyStore.PasswordProtection(
            new char[0], "PBEWithHmacSHA256AndAES_256", new PBEParameterSpec(new byte[8], 1));
    Certificate[] chain = {certificate(text)};
    store.setEntry("key", new KeyStore.PrivateKeyEntry(pair.getPrivate(), chain), open);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    // Nobody is kept out, as with nova: no password, and no work to make one hard to guess.
    store.store(out, null);
    String secret = Base64.getEncoder().encodeToString(out.toByteArray());
    return known(text, fingerprint("SHA-1", der)).put("private_key", secret);
  }

  private static Certificate certificate(String text) throws GeneralSecurityException {
    byte[] pem = text.getBytes(StandardCharsets.US_ASCII);
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(pem));
  }

  private static byte[] selfSigned(KeyPair pair, String commonName)
      throws GeneralSecurityException, IOException {
    Instant now = Instant.now();
    byte[] name = new X500Principal("CN=" + commonName).getEncoded();
    byte[] number = der(INTEGER, BigInteger.valueOf(now.toEpochMilli()).toByteArray());
    byte[] validity = der(SEQUENCE, time(now), time(now.plus(Duration.ofDays(3650))));
    byte[] key = pair.getPublic().getEncoded();
    byte[] content = der(SEQUENCE, VERSION_3, number, SHA256_WITH_RSA, name, validity, name, key);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(pair.getPrivate());
    signature.update(content);
    return der(SEQUENCE, content, SHA256_WITH_RSA, der(BITS, new byte[1], signature.sign()));
  }

  private static byte[] time(Instant moment) throws IOException {
    return der(TIME, TIMES.format(moment).getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] der(int tag, byte[]... parts) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    try (DERWriter out = new DERWriter()) {
      out.writeObject((byte) tag, content.size(), content.toByteArray());
      return out.toByteArray();
    }
  }

  private static String pem(String kind, byte[] der) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, lines, kind);
  }

  private static String fingerprint(String digest, byte[] content) throws GeneralSecurityException {
    return HexFormat.ofDelimiter(":").formatHex(MessageDigest.getInstance(digest).digest(content));
  }

  private static ObjectNode known(String publicKey, String fingerprint) {
    return Json.object().put("public_key", publicKey).put("fingerprint", fingerprint);
  }
}
