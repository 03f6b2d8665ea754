package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Refusal;

/** Routers, and the ports by which they reach external networks, which nobody sees. */
final class Routers implements NetworkRules {

  /** The owner of the ports by which a router is in subnets. */
  static final String INTERFACE = "network:router_interface";

  private static final String GATEWAY = "network:router_gateway";
  private static final String GATEWAY_INFO = "external_gateway_info";

  // An empty object is none. By default only administrators choose more than the network.
  private static final Form GATEWAY_FORM =
      (name, sent) -> {
        if (sent.isNull() || (sent.isObject() && sent.isEmpty())) {
          return Attribute.NULL;
        }
        if (sent.has("network_id") && sent.size() > 1) {
          throw NetworkFaults.forbidden("rule:update_router:" + name);
        }
        return Form.whole(Map.of("network_id", Form.UUID)).read(name, sent);
      };

  private static final Form ROUTES_FORM =
      Form.listOf(Form.whole(Map.of("destination", Form.RANGE, "nexthop", Form.ADDRESS)));

  private static final NetworkResource TYPE =
      NetworkResource.of(
          "router",
          "Router %s could not be found",
          Attribute.text("name"),
          Attribute.flag("admin_state_up", true),
          Attribute.of(GATEWAY_INFO, GATEWAY_FORM, Attribute.NULL).references("networks"),
          new Attribute(
              "routes",
              (name, sent) -> sent.isNull() ? Json.array() : ROUTES_FORM.read(name, sent),
              Set.of(Attribute.Trait.PUT),
              Json.array(),
              ""),
          Attribute.flag("ha", false).with(Attribute.Trait.ADMIN).with(Attribute.Trait.HIDDEN),
          Attribute.list("availability_zone_hints", Form.TEXT).fixed(),
          Attribute.given("availability_zones", Json.array()),
          Attribute.given("flavor_id", Attribute.NULL),
          Attribute.given("status", TextNode.valueOf("ACTIVE")));

  private final Defects defects;

  Routers(Defects defects) {
    this.defects = defects;
  }

  @Override
  public NetworkResource type() {
    return TYPE;
  }

  static Refusal bad(String reason) {
    return NetworkFaults.badRequest("BadRequest", "Bad router request: " + reason);
  }

  /** The ports of a router by which it is in subnets. */
  static List<ObjectNode> interfaces(NetworkStore store, ObjectNode router) {
    return ports(store, router, INTERFACE);
  }

  private static List<ObjectNode> ports(NetworkStore store, ObjectNode router, String owner) {
    return store.where("ports", "device_id", router.path("id").asText()).stream()
        .filter(it -> it.path("device_owner").asText().equals(owner))
        .toList();
  }

  /** The range of the subnet of a fixed address. */
  static AddressRange range(NetworkStore store, JsonNode fixed) {
    String subnet = fixed.path("subnet_id").asText();
    return AddressRange.of(store.where("subnets", "id", subnet).get(0).path("cidr"));
  }

  @Override
  public void making(NetworkStore store, ObjectNode made) {
    replaceGateway(store, made);
  }

  private static void replaceGateway(NetworkStore store, ObjectNode router) {
    List<ObjectNode> before = ports(store, router, GATEWAY);
    String network = router.path(GATEWAY_INFO).path("network_id").asText();
    if (!network.isEmpty()) {
      if (store.where("networks", "id", network).stream()
          .noneMatch(it -> it.path("router:external").asBoolean())) {
        throw bad("Network " + network + " is not an external network.");
      }
      ObjectNode port =
          Json.form(
              """
              {"network_id": %s, "device_id": %s, "device_owner": %s, "security_groups": []}
              """,
              network, router.path("id"), GATEWAY);
      store.add("ports", "", port);
    }
    before.forEach(it -> store.shelf("ports").remove(it.path("id").asText()));
  }

  @Override
  public void changing(NetworkStore store, ObjectNode before, ObjectNode changed) {
    if (!changed.path("routes").equals(before.path("routes"))) {
      checkRoutes(store, changed);
    }
    if (!changed.path(GATEWAY_INFO).equals(before.path(GATEWAY_INFO))) {
      replaceGateway(store, changed);
    }
  }

  private static void checkRoutes(NetworkStore store, ObjectNode router) {
    JsonNode routes = router.path("routes");
    List<JsonNode> own =
        store.where("ports", "device_id", router.path("id").asText()).stream()
            .flatMap(it -> it.path("fixed_ips").valueStream())
            .toList();
    for (JsonNode route : routes) {
      Address hop = Address.of(route.path("nexthop").asText());
      if (own.stream().noneMatch(it -> range(store, it).contains(hop))) {
        throw invalidRoutes(routes, "the nexthop is not connected with router");
      }
      if (own.stream().anyMatch(it -> Address.of(it.path("ip_address").asText()).equals(hop))) {
        throw invalidRoutes(routes, "the nexthop is used by router");
      }
    }
  }

  private static Refusal invalidRoutes(JsonNode routes, String reason) {
    return NetworkFaults.badRequest(
        "InvalidRoutes", "Invalid format for routes: " + routes + ", " + reason);
  }

  @Override
  public void removing(NetworkStore store, ObjectNode gone) {
    List<String> attached =
        interfaces(store, gone).stream().map(it -> it.path("id").asText()).toList();
    if (!attached.isEmpty()) {
      if (defects.on(NetworkDefect.ROUTER_REFUSED_GONE)) {
        attached.forEach(store.shelf("ports")::remove);
        store.remove(TYPE.plural(), gone);
      }
      throw NetworkFaults.conflict(
          "RouterInUse",
          "Router %s has ports still attached: %s"
              .formatted(gone.path("id").asText(), String.join(", ", attached)));
    }
  }

  @Override
  public void removed(NetworkStore store, ObjectNode gone) {
    replaceGateway(store, gone.putNull(GATEWAY_INFO));
  }

  @Override
  public ObjectNode shown(NetworkStore store, ObjectNode stored) {
    if (stored.path(GATEWAY_INFO) instanceof ObjectNode gateway) {
      JsonNode addresses = ports(store, stored, GATEWAY).get(0).path("fixed_ips");
      gateway.put("enable_snat", true).set("external_fixed_ips", addresses);
    }
    return TYPE.shown(stored);
  }

  @Override
  public List<Operation> operations(NetworkStore store) {
    return new RouterInterfaces(store, defects).operations();
  }
}
