package org.defcore.signature;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keys that count no more, from a file of public keys, one a line, as {@code ssh-keygen -r} takes
 * it.
 */
public record RevokedKeys(Set<String> keys) {

  public static final RevokedKeys NONE = new RevokedKeys(Set.of());

  public RevokedKeys {
    keys = Set.copyOf(keys);
  }

  /**
   * Reads a file.
   *
   * @throws SshKeyException if a line of it is no key, as none of it would count otherwise
   */
  public static RevokedKeys read(Path file) {
    String text = TrustLine.text(file);
    if (text.startsWith("SSHKRL")) {
      throw new SshKeyException(
          file
              + ": expected a list of public keys, one a line, but found a binary KRL of OpenSSH,"
              + " which is not supported");
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
    return keys.contains(key.base64());
  }
}
