package org.defcore.kit.resource;

import java.util.List;

/** Key pairs, whose name is their id. */
record KeyPairDisposal(CleanupAccess reach) implements Disposal {

  @Override
  public List<String> named(String name) {
    return status(name) == 404 ? List.of() : List.of(name);
  }

  @Override
  public int status(String id) {
    return reach.read("compute", "/os-keypairs/" + id).status();
  }

  @Override
  public int delete(String id) {
    return reach.cloud(os -> os.compute().keypairs().delete(id)).getCode();
  }
}
