package org.defcore.kit.resource;

import java.util.List;

/** Key pairs, whose name is their id. */
record KeyPairDisposal(CollectionDisposal pairs) implements Disposal {

  KeyPairDisposal(CleanupAccess access, ResourceKind.Collection where) {
    this(new CollectionDisposal(access, where));
  }

  @Override
  public List<String> named(String name) {
    return see(name).isGone() ? List.of() : List.of(name);
  }

  @Override
  public Sight see(String id) {
    return pairs.see(id);
  }

  @Override
  public int delete(String id) {
    return pairs.delete(id);
  }

  @Override
  public void checkService() {
    pairs.checkService();
  }
}
