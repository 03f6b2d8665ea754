package org.defcore.kit.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.defcore.http.Answer;
import org.defcore.http.message.PercentEncoding;
import org.defcore.kit.resource.Sight.Presence;

/**
 * Stacks, which are found by id but read and deleted by name and id. One that is deleted can be
 * read for a while.
 */
record StackDisposal(CleanupAccess access, ResourceKind.Collection where) implements Disposal {

  @Override
  public List<String> named(String name) {
    String query = "?show_hidden=true&name=" + PercentEncoding.encode(name);
    List<String> found = new ArrayList<>();
    for (JsonNode stack : list(query)) {
      if (stack.path("stack_name").asText().equals(name)) {
        found.add(stack.path("id").asText());
      }
    }
    return found;
  }

  @Override
  public Sight see(String id) {
    Answer answer = call("GET", path(id));
    if (answer.status() == 404) {
      checkService();
      return Sight.GONE;
    }
    if (answer.status() != 200) {
      return Sight.untold("" + answer.status());
    }
    JsonNode stack = answer.json().path("stack");
    String status = stack.path("stack_status").asText();
    Presence presence = status.equals("DELETE_FAILED") ? Presence.STUCK : Presence.THERE;
    return status.equals("DELETE_COMPLETE")
        ? Sight.GONE
        : new Sight(presence, "200 in state " + status, stack.path("stack_name").asText());
  }

  @Override
  public void checkService() {
    JsonNode unused = list("?limit=1");
  }

  @Override
  public int delete(String id) {
    return call("DELETE", path(id)).status();
  }

  private JsonNode list(String query) {
    return call("GET", where.path() + query, 200).json().path(where.key());
  }

  /** The path with the name, to which the path with the id alone leads. */
  private String path(String id) {
    String alone = where.path() + "/" + PercentEncoding.encode(id);
    return call("GET", alone)
        .header("Location")
        .filter(it -> it.contains(where.path() + "/"))
        .map(it -> it.substring(it.lastIndexOf(where.path() + "/")))
        .orElse(alone);
  }

  private Answer call(String method, String path) {
    return access.call(where.service(), method, path).send();
  }

  private Answer call(String method, String path, int status) {
    return access.call(where.service(), method, path).expect(status);
  }
}
