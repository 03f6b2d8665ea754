package org.defcore.kit.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.defcore.http.Answer;
import org.defcore.http.message.PercentEncoding;
import org.defcore.service.Service;

/** Routers. Their interfaces in subnets go first, and before these the routes that use them. */
record RouterDisposal(CleanupAccess access, CollectionDisposal routers) implements Disposal {

  RouterDisposal(CleanupAccess access, ResourceKind.Collection where) {
    this(access, new CollectionDisposal(access, where));
  }

  @Override
  public List<String> named(String name) {
    return routers.named(name);
  }

  @Override
  public Sight see(String id) {
    return routers.see(id);
  }

  @Override
  public int delete(String id) {
    int status = routers.delete(id);
    if (status == 409) {
      detach(id);
      return routers.delete(id);
    }
    return status;
  }

  private void detach(String router) {
    String own = "/v2.0/routers/" + PercentEncoding.encode(router);
    String path = "/v2.0/ports?device_id=" + PercentEncoding.encode(router);
    Answer ports = access.call(Service.NETWORK, "GET", path).expect(200);
    for (JsonNode port : ports.json().path("ports")) {
      // A service that ignores the filter lists others, too.
      if (port.path("device_id").asText().equals(router)) {
        Map<String, ?> gone = Map.of("port_id", port.path("id").asText());
        if (put(own + "/remove_router_interface", gone) == 409) {
          put(own, Map.of("router", Map.of("routes", List.of())));
          put(own + "/remove_router_interface", gone);
        }
      }
    }
  }

  private int put(String path, Map<String, ?> body) {
    return access.call(Service.NETWORK, "PUT", path).json(body).send().status();
  }

  @Override
  public void checkService() {
    routers.checkService();
  }
}
