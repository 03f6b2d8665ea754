package org.defcore.kit.resource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import org.defcore.http.message.PercentEncoding;
import org.defcore.kit.resource.Sight.Presence;
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

  /** Ids of those of one request, whose names are its name and a number if it asked for several. */
  List<String> ofRequest(String name) {
    Pattern numbered = Pattern.compile(Pattern.quote(name) + "(-\\d+)?");
    return servers.matching(name, numbered.asMatchPredicate());
  }

  @Override
  public Sight see(String id) {
    return servers.see(id);
  }

  @Override
  public int delete(String id) {
    int status = servers.delete(id);
    if (status == 409) {
      int unused = act(id, "unlock");
    }
    return status;
  }

  @Override
  public int deleteAgain(String id, Sight seen) {
    return seen.presence() == Presence.KEPT ? act(id, "forceDelete") : delete(id);
  }

  @Override
  public void checkService() {
    servers.checkService();
  }

  private int act(String id, String action) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject(action);
    String path = "/servers/" + PercentEncoding.encode(id) + "/action";
    return access.call(Service.COMPUTE, "POST", path).json(body).send().status();
  }
}
