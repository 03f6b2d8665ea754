package org.defcore.suite.compute;

import org.defcore.client.compute.ServerClient;

/** Where a cloud says what came of a request that it had accepted. */
record ActionLog(ServerClient servers) {

  /** Whether the server's log says of that request that it failed. */
  boolean saysFailed(String server, String request) {
    return servers.getAction(server, request).message().isPresent();
  }
}
