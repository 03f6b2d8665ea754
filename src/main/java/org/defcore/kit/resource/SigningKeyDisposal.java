package org.defcore.kit.resource;

import java.util.List;
import java.util.stream.Stream;
import org.defcore.http.Answer;
import org.defcore.http.Call;
import org.defcore.kit.resource.Sight.Presence;

/**
 * Keys of an account of the object store by which links are signed. A key begins with its name,
 * which is its id: the rest is a secret.
 */
record SigningKeyDisposal(CleanupAccess access, ResourceKind.Collection where) implements Disposal {

  private static final List<String> PLACES = List.of("Temp-URL-Key", "Temp-URL-Key-2");

  @Override
  public List<String> named(String name) {
    return see(name).isGone() ? List.of() : List.of(name);
  }

  @Override
  public Sight see(String id) {
    Answer account = call("HEAD").send();
    if (account.status() >= 300) {
      return Sight.untold("" + account.status());
    }
    return places(account, id).findAny().isPresent()
        ? new Sight(Presence.THERE, "" + account.status(), id)
        : Sight.GONE;
  }

  @Override
  public void checkService() {
    call("HEAD").expectOneOf(204, 200);
  }

  @Override
  public int delete(String id) {
    Call removal = call("POST");
    places(call("HEAD").expectOneOf(204, 200), id)
        .forEach(it -> removal.header("X-Remove-Account-Meta-" + it, "x"));
    return removal.send().status();
  }

  private static Stream<String> places(Answer account, String id) {
    return PLACES.stream()
        .filter(
            it ->
                account
                    .header("X-Account-Meta-" + it)
                    .filter(key -> key.startsWith(id + "."))
                    .isPresent());
  }

  private Call call(String method) {
    return access.call(where.service(), method, where.path());
  }
}
