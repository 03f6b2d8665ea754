package org.defcore.signature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The first key of RFC 8032, 7.1, in the file that OpenSSH would write. */
public final class WrittenKey {

  private static final byte[] SEED =
      HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
  private static final byte[] POINT =
      HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");

  private WrittenKey() {}

  /** Writes the key, and returns the file. */
  public static Path to(Path file) {
    return to(file, "none", SshKey.TYPE);
  }

  static Path to(Path file, String cipher, String type) {
    byte[] name = SshData.of(type);
    byte[] point = SshData.of(POINT);
    byte[] secret =
        SshData.joined(
            SshData.of(7),
            SshData.of(7),
            name,
            point,
            SshData.of(SshData.joined(SEED, POINT)),
            SshData.of("acme"));
    byte[] all =
        SshData.joined(
            "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII),
            SshData.of(cipher),
            SshData.of("none"),
            SshData.of(""),
            SshData.of(1),
            SshData.of(SshData.joined(name, point)),
            SshData.of(secret));
    return write(file, all);
  }

  /** The key without its last bytes. */
  static Path cutOff(Path file, Path whole, int bytes) throws IOException {
    String text = Files.readString(whole).replaceAll("-----[A-Z ]+-----", "");
    byte[] all = Base64.getMimeDecoder().decode(text);
    return write(file, Arrays.copyOf(all, all.length - bytes));
  }

  private static Path write(Path file, byte[] bytes) {
    String text =
        "-----BEGIN OPENSSH PRIVATE KEY-----\n%s\n-----END OPENSSH PRIVATE KEY-----\n"
            .formatted(Base64.getMimeEncoder(70, new byte[] {'\n'}).encodeToString(bytes));
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
