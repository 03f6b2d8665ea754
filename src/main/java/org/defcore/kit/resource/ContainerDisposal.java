package org.defcore.kit.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.defcore.http.Answer;
import org.defcore.http.message.PercentEncoding;

/**
 * Containers of the object store, whose name is their id. Objects go first, those included that
 * have expired: a container lists them until they are deleted, though nobody gets them.
 */
record ContainerDisposal(CleanupAccess access, ResourceKind.Collection where) implements Disposal {

  @Override
  public List<String> named(String name) {
    return status(name) == 404 ? List.of() : List.of(name);
  }

  @Override
  public int status(String id) {
    return send("HEAD", path(id)).status();
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
