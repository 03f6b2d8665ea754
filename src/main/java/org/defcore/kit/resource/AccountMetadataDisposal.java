package org.defcore.kit.resource;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.defcore.http.Answer;
import org.defcore.http.Call;
import org.defcore.http.message.Header;
import org.defcore.kit.resource.Sight.Presence;

/**
 * Metadata of an account of the object store. Its id, which is its name, ends the name of its
 * header; or its value begins with it, and the rest is a secret: so it is with keys of links.
 */
record AccountMetadataDisposal(CleanupAccess access, ResourceKind.Collection where)
    implements Disposal {

  private static final String SHOWN = "x-account-meta-";

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
    return headers(account, id).findAny().isPresent()
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
    headers(call("HEAD").expectOneOf(204, 200), id)
        .forEach(it -> removal.header("X-Remove-" + it.substring(2), "x"));
    return removal.send().status();
  }

  private static Stream<String> headers(Answer account, String id) {
    return account.headers().stream()
        .filter(it -> it.value().startsWith(id + ".") || it.name().equalsIgnoreCase(SHOWN + id))
        .map(Header::name)
        .filter(it -> it.toLowerCase(Locale.ROOT).startsWith(SHOWN));
  }

  private Call call(String method) {
    return access.call(where.service(), method, where.path());
  }
}
