package org.defcore.kit.resource;

import java.util.List;

/**
 * Servers made by one request, all under names that begin with the one asked for, which is the id.
 */
record ServerBatchDisposal(ServerDisposal servers) implements Disposal {

  @Override
  public List<String> named(String name) {
    return status(name) == 404 ? List.of() : List.of(name);
  }

  @Override
  public int status(String name) {
    return members(name).isEmpty() ? 404 : 200;
  }

  @Override
  public int delete(String name) {
    return members(name).stream().mapToInt(servers::delete).max().orElse(404);
  }

  private List<String> members(String name) {
    return servers.matching(name, ".*");
  }
}
