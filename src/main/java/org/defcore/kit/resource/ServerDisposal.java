package org.defcore.kit.resource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.defcore.http.Answer;
import org.defcore.service.Service;

/** Servers; those that are locked are unlocked, and where deletion is deferred it is forced. */
record ServerDisposal(CleanupAccess access, CollectionDisposal servers) implements Disposal {

  ServerDisposal(CleanupAccess access, ResourceKind.Collection where) {
    this(access, new CollectionDisposal(access, where));
  }

  @Override
  public List<String> named(String name) {
    return servers.named(name);
  }

  /** Ids of those whose name begins with that. */
  List<String> beginning(String name) {
    return servers.matching(name, it -> it.startsWith(name));
  }

  @Override
  public int status(String id) {
    Answer answer = servers.read(id);
    if (answer.status() == 200
        && answer.json().path("server").path("status").asText().equals("SOFT_DELETED")) {
      act(id, "forceDelete");
    }
    return answer.status();
  }

  @Override
  public int delete(String id) {
    int status = servers.delete(id);
    if (status == 409) {
      act(id, "unlock");
    }
    return status;
  }

  private void act(String id, String action) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject(action);
    access.call(Service.COMPUTE, "POST", "/servers/" + id + "/action").json(body).send();
  }
}
