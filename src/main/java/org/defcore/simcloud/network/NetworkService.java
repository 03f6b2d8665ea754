package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.defcore.simcloud.wire.Frame;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Service;
import org.defcore.simcloud.wire.TokenFilter;

/**
 * Network v2.0: networks, subnets, their pools, ports, routers and security groups; extensions and
 * quotas to be read.
 */
public final class NetworkService implements Service {

  private static final Frame FRAME =
      Frame.of(
          "/network",
          "/v2.0",
          (status, message) -> NetworkFaults.fault(status, "Refused", message));
  private static final JsonNode ABOUT = Json.data(NetworkService.class, "service.yaml");

  private final NetworkStore store;

  public NetworkService(NetworkStore store) {
    this.store = store;
  }

  /** The most resources of a kind that a project may have; less than nothing if that is open. */
  static int quota(String kind) {
    return ABOUT.path("quota").path(kind).asInt();
  }

  @Override
  public Frame frame() {
    return FRAME;
  }

  @Override
  public List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    all.add(Operation.open("network.versions.list", "GET /", this::versions));
    all.add(Operation.of("network.version.show", "GET /v2.0/", this::version));
    all.add(
        Operation.of(
            "network.extensions.list",
            "GET /v2.0/extensions",
            it -> Reply.json(200, Json.wrap("extensions", Json.array(extensions())))));
    all.add(
        Operation.of("network.extensions.show", "GET /v2.0/extensions/{alias}", this::extension));
    all.add(
        Operation.of(
            "network.availability-zones.list",
            "GET /v2.0/availability_zones",
            it -> Reply.json(200, Json.wrap("availability_zones", Json.array()))));
    String quotas = "GET /v2.0/quotas/{project}";
    all.add(Operation.of("network.quotas.show", quotas, this::quotas));
    all.add(Operation.of("network.quotas.defaults", quotas + "/default", this::quotas));
    all.addAll(store.resources().operations("network"));
    return all;
  }

  @Override
  public List<String> resources() {
    return store.ofUsers();
  }

  @Override
  public boolean headIsGet() {
    return false;
  }

  @Override
  public Reply unauthorized(Incoming request) {
    return TokenFilter.unauthorized(request, "Www-Authenticate");
  }

  @Override
  public Reply unknownPath(Incoming request) {
    return isVersioned(request.path())
        ? NetworkFaults.of("HTTPNotFound").reply()
        : Service.super.unknownPath(request);
  }

  @Override
  public Reply wrongMethod(Incoming request, List<String> allowed) {
    return isVersioned(request.path())
        ? NetworkFaults.of("HTTPMethodNotAllowed").reply()
        : Service.super.wrongMethod(request, allowed);
  }

  private Reply versions(Incoming request) {
    ObjectNode version = Json.object().put("id", "v2.0").put("status", "CURRENT");
    version.set("links", self(request.base() + "/v2.0/"));
    return Reply.json(200, Json.wrap("versions", Json.array().add(version)));
  }

  private Reply version(Incoming request) {
    ArrayNode resources = Json.array();
    for (String name : List.of("network", "subnet", "port")) {
      ObjectNode resource = Json.object().put("name", name).put("collection", name + "s");
      resource.set("links", self(request.base() + "/v2.0/" + name + "s"));
      resources.add(resource);
    }
    return Reply.json(200, Json.wrap("resources", resources));
  }

  private static ArrayNode self(String href) {
    return Json.array().add(Json.link("self", href));
  }

  private static List<ObjectNode> extensions() {
    return ABOUT.path("extensions").propertyStream().map(NetworkService::extension).toList();
  }

  private static ObjectNode extension(Map.Entry<String, JsonNode> named) {
    String name = named.getValue().asText();
    return Json.form(
        """
        {"alias": %s, "name": %s, "description": %s, "updated": "2016-01-01T10:00:00-00:00",
         "links": []}
        """,
        named.getKey(), name, "Simulated: " + name);
  }

  private Reply extension(Incoming request) {
    String alias = request.part("alias");
    return extensions().stream()
        .filter(it -> it.path("alias").asText().equals(alias))
        .findFirst()
        .map(it -> Reply.json(200, Json.wrap("extension", it)))
        .orElseGet(
            () -> Reply.plainFault(404, "Extension with alias " + alias + " does not exist"));
  }

  private Reply quotas(Incoming request) {
    return request.part("project").equals(request.caller().project())
        ? Reply.json(200, Json.wrap("quota", ABOUT.path("quota").deepCopy()))
        : NetworkFaults.of("forbidden", "get", "quota").reply();
  }
}
