package org.defcore.signature;

import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/**
 * A signature in the form of {@code ssh-keygen -Y} (PROTOCOL.sshsig of OpenSSH).
 *
 * @param key the key that it names; whose that is has to be known from elsewhere
 * @param namespace purpose of the signature
 * @param bytes in Base64, the plain Ed25519 signature
 */
public record SshSignature(SshPublicKey key, String namespace, String bytes) {

  private static final String BEGIN = "-----BEGIN SSH SIGNATURE-----\n";
  private static final String END = "\n-----END SSH SIGNATURE-----";
  private static final String HASH = "sha512";
  private static final byte[] MAGIC = "SSHSIG".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;

  static SshSignature of(SshPublicKey key, String namespace, byte[] bytes) {
    return new SshSignature(key, namespace, Base64.getEncoder().encodeToString(bytes));
  }

  /**
   * Reads a file with one signature and nothing else, byte by byte as {@code ssh-keygen} writes it.
   *
   * @param name of the file in messages
   * @throws SshKeyException if it holds anything else
   */
  public static SshSignature read(byte[] file, String name) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    int end = text.indexOf(END);
    if (!text.startsWith(BEGIN) || end < 0) {
      throw problem(name, "none");
    }
    String behind = text.substring(end + END.length());
    if (!behind.equals("\n")) {
      throw problem(name, behind.contains(BEGIN) ? "two" : "something behind it");
    }
    try {
      String lines = text.substring(BEGIN.length(), end).replace("\n", "");
      SshSignature read = parse(Base64.getDecoder().decode(lines), name);
      if (!(read.armour() + "\n").equals(text)) {
        throw problem(name, "another form of it");
      }
      return read;
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw problem(name, "a damaged one");
    }
  }

  private static SshSignature parse(byte[] blob, String name) {
    if (!Arrays.equals(MAGIC, Arrays.copyOf(blob, MAGIC.length))) {
      throw problem(name, "a damaged one");
    }
    SshData data = new SshData(Arrays.copyOfRange(blob, MAGIC.length, blob.length));
    if (data.number() != VERSION) {
      throw problem(name, "one of another version");
    }
    SshPublicKey key =
        SshPublicKey.parse(data.string())
            .orElseThrow(() -> problem(name, "one by another kind of key than " + SshKey.TYPE));
    String namespace = data.text();
    data.string();
    data.string();
    SshData signature = new SshData(data.string());
    signature.string();
    return of(key, namespace, signature.string());
  }

  /** The bytes that the plain signature is over. */
  static byte[] signed(String namespace, byte[] message) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-512").digest(message);
      return SshData.joined(MAGIC, terms(namespace), SshData.of(hash));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-512", e);
    }
  }

  private static byte[] terms(String namespace) {
    return SshData.joined(SshData.of(namespace), SshData.of(""), SshData.of(HASH));
  }

  /** Returns whether the key that it names has made it, of that message. */
  public boolean fits(byte[] message) {
    return key.verifies(Base64.getDecoder().decode(bytes), signed(namespace, message));
  }

  /** The text of it, without a line feed at its end. */
  public String armour() {
    byte[] signature =
        SshData.joined(SshData.of(SshKey.TYPE), SshData.of(Base64.getDecoder().decode(bytes)));
    byte[] blob =
        SshData.joined(
            MAGIC,
            SshData.of(VERSION),
            SshData.of(key.blob()),
            terms(namespace),
            SshData.of(signature));
    return BEGIN + SshData.lines(blob) + END;
  }

  private static SshKeyException problem(String name, String found) {
    return new SshKeyException(
        "%s: expected one SSH signature and nothing else but found %s".formatted(name, found));
  }
}
