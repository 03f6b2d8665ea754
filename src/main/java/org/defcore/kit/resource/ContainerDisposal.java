package org.defcore.kit.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.defcore.http.Answer;
import org.defcore.http.message.PercentEncoding;

/**
 * Containers of the object store, whose name is their id. Objects go first, those included that
 * have expired: a container lists them until they are deleted, though nobody gets them.
 */
record ContainerDisposal(CleanupAccess reach) implements Disposal {

  private static final String STORE = "object-store";

  @Override
  public List<String> named(String name) {
    return status(name) == 404 ? List.of() : List.of(name);
  }

  @Override
  public int status(String id) {
    return reach.service(STORE).head(path(id)).send().status();
  }

  @Override
  public int delete(String id) {
    Answer listed = reach.read(STORE, path(id) + "?format=json");
    if (listed.status() == 200) {
      for (JsonNode object : listed.json()) {
        String name = object.path("name").asText();
        reach.service(STORE).delete(path(id) + "/" + PercentEncoding.encode(name)).send();
      }
    }
    // What the list did not show, or what is still there, makes this a 409, which may pass.
    return reach.service(STORE).delete(path(id)).send().status();
  }

  private static String path(String container) {
    return "/" + PercentEncoding.encode(container);
  }
}
