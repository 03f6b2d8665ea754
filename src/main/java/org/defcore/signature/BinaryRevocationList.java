package org.defcore.signature;

import java.nio.BufferUnderflowException;
import java.util.HashSet;
import java.util.Set;

/**
 * The keys of a binary list of OpenSSH (its PROTOCOL.krl), as {@code ssh-keygen -k} writes it.
 * Sections about certificates revoke no plain key and are passed over.
 */
final class BinaryRevocationList {

  static final String BEGIN = "SSHKRL\n\0";

  private static final int VERSION = 1;
  private static final int CERTIFICATES = 1;
  private static final int KEYS = 2;
  private static final int SHA1 = 3;
  private static final int SIGNATURE = 4;
  private static final int SHA256 = 5;
  private static final int SHA1_LENGTH = 20;
  private static final int SHA256_LENGTH = 32;

  private final String name;
  private final Set<String> keys = new HashSet<>();

  private BinaryRevocationList(String name) {
    this.name = name;
  }

  /**
   * Reads a list.
   *
   * @param name of the file in messages
   * @return names of keys, of which {@link SshPublicKey#names} gives each
   * @throws SshKeyException if any of it cannot be understood
   */
  static Set<String> read(byte[] content, String name) {
    BinaryRevocationList list = new BinaryRevocationList(name);
    try {
      list.read(new SshData(content));
    } catch (BufferUnderflowException e) {
      throw list.problem("a damaged one");
    }
    return list.keys;
  }

  private void read(SshData data) {
    data.bytes(BEGIN.length());
    int version = data.number();
    if (version != VERSION) {
      throw problem("one of version " + Integer.toUnsignedString(version));
    }
    // Its own version, its date and its flags.
    data.bytes(3 * Long.BYTES);
    data.string();
    data.string();
    while (!data.ended()) {
      section(data.bytes(1)[0] & 0xFF, new SshData(data.string()));
    }
  }

  private void section(int type, SshData section) {
    switch (type) {
      case CERTIFICATES -> {}
      case KEYS -> {
        while (!section.ended()) {
          byte[] key = section.string();
          if (key.length == 0) {
            throw problem("a damaged one");
          }
          keys.add(SshPublicKey.base64(key));
        }
      }
      case SHA1 -> hashes(section, SshPublicKey.SHA1, SHA1_LENGTH);
      case SHA256 -> hashes(section, SshPublicKey.SHA256, SHA256_LENGTH);
      case SIGNATURE -> throw problem("a signed one, which is not supported");
      default -> throw problem("one with a section of unknown type " + type);
    }
  }

  private void hashes(SshData section, String kind, int length) {
    while (!section.ended()) {
      byte[] hash = section.string();
      if (hash.length != length) {
        throw problem("a damaged one");
      }
      keys.add(SshPublicKey.name(kind, hash));
    }
  }

  private SshKeyException problem(String found) {
    return new SshKeyException(
        "%s: expected a revocation list of OpenSSH, as ssh-keygen -k makes it, but found %s"
            .formatted(name, found));
  }
}
