package org.defcore.kit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.defcore.http.Answer;
import org.openstack4j.model.compute.Server;

/** Servers; those that are locked are unlocked, and where deletion is deferred it is forced. */
record ServerDisposal(Reach reach) implements Disposal {

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
    return reach
        .<List<? extends Server>>cloud(os -> os.compute().servers().list(Map.of("name", name)))
        .stream()
        .filter(it -> pattern.matcher(it.getName()).matches())
        .map(Server::getId)
        .distinct()
        .toList();
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
