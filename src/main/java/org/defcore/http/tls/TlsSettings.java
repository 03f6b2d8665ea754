package org.defcore.http.tls;

import java.nio.file.Path;
import java.util.Optional;

/**
 * TLS of one cloud.
 *
 * @param cacert PEM file of the only authorities to trust; those of the JDK if it is absent
 * @param trust whether the server's certificate is checked
 * @param client certificate for servers that ask for one
 */
public record TlsSettings(Optional<Path> cacert, Trust trust, Optional<ClientCertificate> client) {

  /** Certificates verified, by the authorities of the JDK. */
  public static final TlsSettings USUAL =
      new TlsSettings(Optional.empty(), Trust.VERIFIED, Optional.empty());

  /** The check of a server certificate. */
  public enum Trust {
    VERIFIED,
    ANY
  }
}
