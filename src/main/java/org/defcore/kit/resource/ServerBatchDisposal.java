package org.defcore.kit.resource;

import java.util.List;

/** Servers of one request, with names that begin with the name of the request, which is the id. */
record ServerBatchDisposal(ServerDisposal servers) implements Disposal {

  ServerBatchDisposal(CleanupAccess access, ResourceKind.Collection where) {
    this(new ServerDisposal(access, where));
  }

  @Override
  public List<String> named(String name) {
    return servers.ofRequest(name).isEmpty() ? List.of() : List.of(name);
  }

  /** One of those that are left: the others have their turn when it is gone. */
  @Override
  public Sight see(String name) {
    return servers.ofRequest(name).stream()
        .map(servers::see)
        .filter(it -> !it.isGone())
        .findFirst()
        .orElse(Sight.GONE);
  }

  @Override
  public int delete(String name) {
    return servers.ofRequest(name).stream().mapToInt(servers::delete).max().orElse(404);
  }

  @Override
  public int deleteAgain(String name, Sight seen) {
    return servers.ofRequest(name).stream()
        .mapToInt(it -> servers.deleteAgain(it, seen))
        .max()
        .orElse(404);
  }

  @Override
  public void checkService() {
    servers.checkService();
  }
}
