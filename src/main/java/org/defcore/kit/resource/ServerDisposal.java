package org.defcore.kit.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.defcore.http.Answer;
import org.defcore.http.message.PercentEncoding;

/** Servers; those that are locked are unlocked, and where deletion is deferred it is forced. */
record ServerDisposal(CleanupAccess reach) implements Disposal {

  @Override
  public List<String> named(String name) {
    return matching(name, "");
  }

  /**
   * Ids of those that bear the name.
   *
   * @param ending pattern of what may follow the name
   */
  List<String> matching(String name, String ending) {
    Pattern pattern = Pattern.compile(Pattern.quote(name) + ending);
    // The service's own filter is a pattern, too; a cloud may ignore it.
    Answer answer = reach.read("compute", "/servers?name=" + PercentEncoding.encode(name));
    Set<String> ids = new TreeSet<>();
    for (JsonNode server : answer.json().path("servers")) {
      if (pattern.matcher(server.path("name").asText()).matches()) {
        ids.add(server.path("id").asText());
      }
    }
    return List.copyOf(ids);
  }

  @Override
  public int status(String id) {
    Answer answer = reach.read("compute", "/servers/" + id);
    if (answer.status() == 200 && statusIn(answer).equals("SOFT_DELETED")) {
      act(id, "forceDelete");
    }
    return answer.status();
  }

  private static String statusIn(Answer answer) {
    return answer.json().path("server").path("status").asText();
  }

  @Override
  public int delete(String id) {
    int status = reach.cloud(os -> os.compute().servers().delete(id)).getCode();
    if (status == 409) {
      act(id, "unlock");
    }
    return status;
  }

  private void act(String id, String action) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject(action);
    reach.service("compute").post("/servers/" + id + "/action").json(body).send();
  }
}
