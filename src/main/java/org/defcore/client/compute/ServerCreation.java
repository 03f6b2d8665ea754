package org.defcore.client.compute;

import java.util.Optional;

/**
 * An accepted creation.
 *
 * @param requestId the service's own id of the call in its older header, {@code
 *     x-compute-request-id}; the action log keeps it
 */
public record ServerCreation(CreatedServer server, Optional<String> requestId) {

  public String id() {
    return server.id();
  }
}
