package org.defcore.kit.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.defcore.http.Answer;
import org.defcore.http.message.PercentEncoding;
import org.defcore.kit.resource.Sight.Presence;

/**
 * Containers of the object store, whose name is their id. Objects go first, those included that
 * have expired: a container lists them until they are deleted, though nobody gets them.
 */
record ContainerDisposal(CleanupAccess access, ResourceKind.Collection where) implements Disposal {

  @Override
  public List<String> named(String name) {
    return see(name).isGone() ? List.of() : List.of(name);
  }

  @Override
  public Sight see(String id) {
    int status = send("HEAD", path(id)).status();
    if (status == 404) {
      checkService();
      return Sight.GONE;
    }
    return status < 300 ? new Sight(Presence.THERE, "" + status, id) : Sight.untold("" + status);
  }

  @Override
  public void checkService() {
    Answer account = send("GET", "?limit=1");
    if (account.status() != 200 && account.status() != 204) {
      throw account.unexpected("200 or 204", "" + account.status());
    }
  }

  @Override
  public int delete(String id) {
    Answer listed = send("GET", path(id) + "?format=json");
    if (listed.status() == 200) {
      for (JsonNode object : listed.json()) {
        send("DELETE", path(id) + "/" + PercentEncoding.encode(object.path("name").asText()));
      }
    }
    // What the list did not show, or what is still there, makes this a 409, which may pass.
    return send("DELETE", path(id)).status();
  }

  private Answer send(String method, String path) {
    return access.call(where.service(), method, path).send();
  }

  private String path(String container) {
    return where.path() + "/" + PercentEncoding.encode(container);
  }
}
