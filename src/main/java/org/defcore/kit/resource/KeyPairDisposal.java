package org.defcore.kit.resource;

import java.util.List;

/** Key pairs, whose name is their id. */
record KeyPairDisposal(CollectionDisposal pairs) implements Disposal {

  KeyPairDisposal(CleanupAccess access, ResourceKind.Collection where) {
    this(new CollectionDisposal(access, where));
  }

  @Override
  public List<String> named(String name) {
    return status(name) == 404 ? List.of() : List.of(name);
  }

  @Override
  public int status(String id) {
    return pairs.status(id);
  }

  @Override
  public int delete(String id) {
    return pairs.delete(id);
  }
}
