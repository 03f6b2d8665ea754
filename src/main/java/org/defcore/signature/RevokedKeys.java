package org.defcore.signature;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keys that are not trusted any more, from a file that {@code ssh-keygen -r} takes: public keys,
 * one a line, or the binary list of {@code ssh-keygen -k}.
 *
 * @param keys in Base64, or by a hash
 */
public record RevokedKeys(Set<String> keys) {

  public static final RevokedKeys NONE = new RevokedKeys(Set.of());

  public RevokedKeys {
    keys = Set.copyOf(keys);
  }

  /**
   * Reads a file.
   *
   * @throws SshKeyException if any of it cannot be understood, as that may be the key that matters
   */
  public static RevokedKeys read(Path file) {
    String text = TrustLine.text(file);
    if (text.startsWith(BinaryRevocationList.BEGIN)) {
      byte[] content = text.getBytes(StandardCharsets.ISO_8859_1);
      return new RevokedKeys(BinaryRevocationList.read(content, file.toString()));
    }
    Set<String> keys = new HashSet<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        keys.add(TrustLine.key(line, file + ":" + (i + 1)));
      }
    }
    return new RevokedKeys(keys);
  }

  public boolean has(SshPublicKey key) {
    return key.names().stream().anyMatch(keys::contains);
  }
}
