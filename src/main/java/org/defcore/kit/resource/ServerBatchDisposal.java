package org.defcore.kit.resource;

import java.util.List;

/** Servers of one request, with names that begin with the name of the request, which is the id. */
record ServerBatchDisposal(ServerDisposal servers) implements Disposal {

  ServerBatchDisposal(CleanupAccess access, ResourceKind.Collection where) {
    this(new ServerDisposal(access, where));
  }

  @Override
  public List<String> named(String name) {
    return status(name) == 404 ? List.of() : List.of(name);
  }

  @Override
  public int status(String name) {
    return servers.beginning(name).isEmpty() ? 404 : 200;
  }

  @Override
  public int delete(String name) {
    return servers.beginning(name).stream().mapToInt(servers::delete).max().orElse(404);
  }
}
