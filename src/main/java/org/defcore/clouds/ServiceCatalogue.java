package org.defcore.clouds;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The endpoints that a login returned, for one region and facing, overrides applied. */
public final class ServiceCatalogue {

  /**
   * Where a service is: by type, by the aliases that clouds use for it ({@code volumev3}, {@code
   * block-storage} and {@code block-store} for {@code volume}), or by override.
   *
   * @param service one of {@code compute identity image network volume object-store dns
   *     orchestration}
   */
  public Optional<URI> endpoint(String service) {
    throw new UnsupportedOperationException();
  }

  /** Service types as the cloud announces them, sorted. */
  public List<String> types() {
    throw new UnsupportedOperationException();
  }
}
