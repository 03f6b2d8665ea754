package org.defcore.http.tls;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The forms of private keys in PEM files. The JDK reads PKCS#8; the older forms are the key inside
 * of that (RFC 5208), to which the algorithm is added.
 */
final class PrivateKeyForms {

  private static final int SEQUENCE = 0x30;
  private static final int OCTET_STRING = 0x04;
  private static final int PARAMETERS = 0xA0;

  private static final byte[] VERSION = HexFormat.of().parseHex("020100");
  private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
  private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201");

  private PrivateKeyForms() {}

  /** The key; nothing if it is of no form that is known here, or broken. */
  static Optional<PrivateKey> read(PemFile.Block block) {
    Optional<byte[]> octets = block.octets();
    return switch (block.label()) {
      case "PRIVATE KEY" ->
          octets.flatMap(
              it ->
                  List.of("RSA", "EC", "EdDSA").stream()
                      .flatMap(algorithm -> pkcs8(algorithm, it).stream())
                      .findFirst());
      case "RSA PRIVATE KEY" -> octets.flatMap(it -> pkcs8("RSA", wrapped(RSA, it)));
      case "EC PRIVATE KEY" ->
          octets.flatMap(
              it -> curve(it).flatMap(curve -> pkcs8("EC", wrapped(der(SEQUENCE, EC, curve), it))));
      default -> Optional.empty();
    };
  }

  private static Optional<PrivateKey> pkcs8(String algorithm, byte[] encoded) {
    try {
      return Optional.of(
          KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded)));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static byte[] wrapped(byte[] algorithm, byte[] key) {
    return der(SEQUENCE, VERSION, algorithm, der(OCTET_STRING, key));
  }

  /** The object identifier of the curve, which stands behind the key (RFC 5915): {@code [0]}. */
  private static Optional<byte[]> curve(byte[] key) {
    int version = key.length > 1 && key[1] < 0 ? 2 + (key[1] & 0x7F) : 2;
    int secret = version + VERSION.length;
    int behind = secret + 2 + octet(key, secret + 1);
    int end = behind + 2 + octet(key, behind + 1);
    return octet(key, secret) == OCTET_STRING && octet(key, behind) == PARAMETERS
        ? Optional.of(Arrays.copyOfRange(key, behind + 2, end))
        : Optional.empty();
  }

  /** The octet at a place; 0 behind the end. */
  private static int octet(byte[] octets, int at) {
    return at < octets.length ? octets[at] & 0xFF : 0;
  }

  /** A value in DER: tag, length, contents. */
  private static byte[] der(int tag, byte[]... parts) {
    ByteArrayOutputStream contents = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      contents.writeBytes(part);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    int length = contents.size();
    if (length > 0xFF) {
      out.write(0x82);
      out.write(length >> 8);
    } else if (length > 0x7F) {
      out.write(0x81);
    }
    out.write(length);
    out.writeBytes(contents.toByteArray());
    return out.toByteArray();
  }
}
