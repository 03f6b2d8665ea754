package org.defcore.bundle;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The role of a signer, told by the namespace of the signature. */
public enum SignerRole {
  VENDOR("bundle@defcore.org"),
  REVIEWER("review@defcore.org"),
  BOARD("board@defcore.org");

  private final String namespace;

  SignerRole(String namespace) {
    this.namespace = namespace;
  }

  /** The namespace of such signatures. */
  public String namespace() {
    return namespace;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<SignerRole> ofNamespace(String namespace) {
    return Arrays.stream(values()).filter(it -> it.namespace.equals(namespace)).findFirst();
  }

  static List<String> namespaces() {
    return Arrays.stream(values()).map(SignerRole::namespace).toList();
  }
}
