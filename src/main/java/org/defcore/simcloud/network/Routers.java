package org.defcore.simcloud.network;

import static org.defcore.simcloud.network.NetworkFaults.refuseIf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.resource.ResourceRules;
import org.defcore.simcloud.resource.ResourceStore;
import org.defcore.simcloud.wire.Address;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;

/** Routers, and the ports by which they reach external networks, which nobody sees. */
final class Routers implements ResourceRules {

  /** The owner of the ports by which a router is in subnets. */
  static final String INTERFACE = "network:router_interface";

  private static final String GATEWAY = "network:router_gateway";
  private static final String GATEWAY_INFO = "external_gateway_info";

  private final Defects defects;

  Routers(Defects defects) {
    this.defects = defects;
  }

  /** The ports of a router by which it is in subnets. */
  static List<ObjectNode> interfaces(ResourceStore store, ObjectNode router) {
    return ports(store, router, INTERFACE);
  }

  private static List<ObjectNode> ports(ResourceStore store, ObjectNode router, String owner) {
    return store.where("ports", "device_id", router.path("id")).stream()
        .filter(it -> it.path("device_owner").asText().equals(owner))
        .toList();
  }

  /** The range of the subnet of a fixed address. */
  static AddressRange range(ResourceStore store, JsonNode fixed) {
    return AddressRange.of(
        store.where("subnets", "id", fixed.path("subnet_id")).get(0).path("cidr"));
  }

  @Override
  public void making(ResourceStore store, ObjectNode made) {
    replaceGateway(store, made);
  }

  private static void replaceGateway(ResourceStore store, ObjectNode router) {
    List<ObjectNode> before = ports(store, router, GATEWAY);
    JsonNode network = router.path(GATEWAY_INFO).path("network_id");
    if (network.isTextual()) {
      refuseIf(
          store.where("networks", "id", network).stream()
              .noneMatch(it -> it.path("router:external").asBoolean()),
          "not-external",
          network);
      ObjectNode port =
          Json.form(
              """
              {"network_id": %s, "device_id": %s, "device_owner": %s, "security_groups": []}
              """,
              network, router.path("id"), GATEWAY);
      store.add("ports", "", port);
    }
    before.forEach(it -> store.drop("ports", it));
  }

  @Override
  public void changing(ResourceStore store, ObjectNode before, ObjectNode changed) {
    if (!changed.path("routes").equals(before.path("routes"))) {
      checkRoutes(store, changed);
    }
    if (!changed.path(GATEWAY_INFO).equals(before.path(GATEWAY_INFO))) {
      refuseIf(
          !FloatingIps.behind(store, changed).isEmpty(),
          "RouterExternalGatewayInUseByFloatingIp",
          changed.path("id"),
          before.at("/" + GATEWAY_INFO + "/network_id"));
      replaceGateway(store, changed);
    }
  }

  private static void checkRoutes(ResourceStore store, ObjectNode router) {
    JsonNode routes = router.path("routes");
    List<JsonNode> own =
        store.where("ports", "device_id", router.path("id")).stream()
            .flatMap(it -> it.path("fixed_ips").valueStream())
            .toList();
    for (JsonNode route : routes) {
      Address hop = Address.of(route.path("nexthop").asText());
      refuseIf(
          own.stream().noneMatch(it -> range(store, it).contains(hop)), "hop-elsewhere", routes);
      refuseIf(
          own.stream().anyMatch(it -> Address.of(it.path("ip_address").asText()).equals(hop)),
          "hop-is-router",
          routes);
    }
  }

  @Override
  public void removing(ResourceStore store, ObjectNode gone) {
    List<String> attached =
        interfaces(store, gone).stream().map(it -> it.path("id").asText()).toList();
    if (!attached.isEmpty() && defects.on(NetworkDefect.ROUTER_REFUSED_GONE)) {
      attached.forEach(store.shelf("ports")::remove);
      store.remove("routers", gone);
    }
    refuseIf(!attached.isEmpty(), "RouterInUse", gone.path("id"), String.join(", ", attached));
  }

  @Override
  public void removed(ResourceStore store, ObjectNode gone) {
    replaceGateway(store, gone.putNull(GATEWAY_INFO));
  }

  @Override
  public void show(ResourceStore store, ObjectNode router, Shown when) {
    if (router.path(GATEWAY_INFO) instanceof ObjectNode gateway) {
      JsonNode addresses = ports(store, router, GATEWAY).get(0).path("fixed_ips");
      gateway.put("enable_snat", true).set("external_fixed_ips", addresses);
    }
  }

  @Override
  public List<Operation> operations(ResourceStore store) {
    return new RouterInterfaces(store, defects).operations();
  }
}
