package org.defcore.kit.resource;

import java.util.List;
import org.defcore.client.identity.IdentityClient;

/** The changed password of the disposable user, whose name is its id; it is set back. */
record PasswordDisposal(CleanupAccess access, ResourceKind.Collection where) implements Disposal {

  @Override
  public List<String> named(String name) {
    return see(name).isGone() ? List.of() : List.of(name);
  }

  @Override
  public Sight see(String id) {
    return user().see(identity(), id);
  }

  @Override
  public int delete(String id) {
    return user().setBack(identity(), id);
  }

  @Override
  public void checkService() {
    identity().getVersion();
  }

  private IdentityClient identity() {
    return new IdentityClient(access.session().service(where.service(), access.recording()));
  }

  private DisposableUser user() {
    return access
        .disposable()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no cloud of the disposable user: name it in clouds.yaml as the run had it"));
  }
}
