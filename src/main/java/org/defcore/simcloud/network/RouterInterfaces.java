package org.defcore.simcloud.network;

import static org.defcore.simcloud.network.NetworkFaults.refuseIf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.resource.ResourceStore;
import org.defcore.simcloud.wire.Address;
import org.defcore.simcloud.wire.Handler;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/** The calls by which a router gets an interface in a subnet, and loses it. */
record RouterInterfaces(ResourceStore store, Defects defects) {

  List<Operation> operations() {
    return List.of(operation("add", this::add), operation("remove", this::remove));
  }

  private Operation operation(String verb, Handler work) {
    return Operation.of(
        "network.routers." + verb + "-interface",
        "PUT /v2.0/routers/{router_id}/" + verb + "_router_interface",
        store.alone(work));
  }

  private ObjectNode require(Incoming request, String plural, String id) {
    return store.shelf(plural).require(request.caller().project(), id);
  }

  private static JsonNode sent(Incoming request) throws IOException {
    JsonNode sent = request.json().orElseGet(Json::object);
    refuseIf(!sent.has("subnet_id") && !sent.has("port_id"), "no-interface");
    return sent;
  }

  private Reply add(Incoming request) throws IOException {
    ObjectNode router = require(request, "routers", request.part("router_id"));
    JsonNode sent = sent(request);
    refuseIf(sent.size() > 1, "two-interfaces");
    ObjectNode port = sent.has("port_id") ? readyPort(request, sent) : newPort(request, sent);
    try {
      requireApart(router, port.path("fixed_ips"));
    } catch (Refusal refused) {
      if (defects.on(NetworkDefect.OVERLAP_REFUSED_ADDED)) {
        tie(router, port);
      }
      throw refused;
    }
    if (defects.on(NetworkDefect.ROUTER_MOVES)) {
      Routers.interfaces(store, router).forEach(it -> store.drop("ports", it));
    }
    return reply(router, tie(router, port));
  }

  private ObjectNode tie(ObjectNode router, ObjectNode port) {
    ObjectNode device = Json.object().put("device_owner", Routers.INTERFACE);
    device.set("device_id", router.path("id"));
    return port.has("id")
        ? store.change("ports", port.path("id"), device)
        : store.add("ports", router.path("project_id").asText(), port.setAll(device));
  }

  private ObjectNode readyPort(Incoming request, JsonNode sent) {
    ObjectNode port = require(request, "ports", sent.path("port_id").asText());
    JsonNode device = port.path("device_id");
    refuseIf(
        !device.asText().isEmpty(), "PortInUse", port.path("id"), port.path("network_id"), device);
    refuseIf(port.path("fixed_ips").isEmpty(), "no-address");
    return port;
  }

  private ObjectNode newPort(Incoming request, JsonNode sent) {
    ObjectNode subnet = require(request, "subnets", sent.path("subnet_id").asText());
    refuseIf(!subnet.path("gateway_ip").isTextual(), "no-gateway");
    return Json.form(
        """
        {"network_id": %s, "fixed_ips": [{"subnet_id": %s, "ip_address": %s}],
         "security_groups": [], "port_security_enabled": false}
        """,
        subnet.path("network_id"), subnet.path("id"), subnet.path("gateway_ip"));
  }

  private void requireApart(ObjectNode router, JsonNode addresses) {
    for (ObjectNode port : Routers.interfaces(store, router)) {
      for (JsonNode own : port.path("fixed_ips")) {
        addresses.forEach(it -> requireApart(own, it));
      }
    }
  }

  private void requireApart(JsonNode own, JsonNode other) {
    String subnet = own.path("subnet_id").asText();
    String added = other.path("subnet_id").asText();
    refuseIf(subnet.equals(added), "interface-there", subnet);
    AddressRange range = Routers.range(store, own);
    AddressRange more = Routers.range(store, other);
    refuseIf(range.overlaps(more), "interfaces-overlap", more, added, range, subnet);
  }

  private Reply remove(Incoming request) throws IOException {
    ObjectNode router = require(request, "routers", request.part("router_id"));
    JsonNode sent = sent(request);
    String subnet = sent.path("subnet_id").asText();
    if (!subnet.isEmpty()) {
      require(request, "subnets", subnet);
    }
    boolean byPort = sent.has("port_id");
    String missing = byPort ? "RouterInterfaceNotFound" : "RouterInterfaceNotFoundForSubnet";
    Predicate<JsonNode> inSubnet = it -> it.findValuesAsText("subnet_id").contains(subnet);
    ObjectNode port =
        Routers.interfaces(store, router).stream()
            .filter(byPort ? it -> it.path("id").equals(sent.path("port_id")) : inSubnet)
            .findFirst()
            .orElseThrow(
                () ->
                    NetworkFaults.of(
                        missing, router.path("id"), sent.path(byPort ? "port_id" : "subnet_id")));
    boolean elsewhere = !subnet.isEmpty() && !inSubnet.test(port);
    refuseIf(elsewhere, "SubnetMismatchForPort", port.path("id"), subnet);
    List<Address> hops =
        router.path("routes").findValuesAsText("nexthop").stream().map(Address::of).toList();
    requireNone(hops, "RouterInterfaceInUseByRoute", router, port);
    List<Address> floating = FloatingIps.behind(store, router);
    requireNone(floating, "RouterInterfaceInUseByFloatingIP", router, port);
    store.drop("ports", port);
    return reply(router, port);
  }

  /** Checks that the subnets of a port of a router have none of the addresses. */
  private void requireNone(List<Address> used, String fault, ObjectNode router, ObjectNode port) {
    for (JsonNode fixed : port.path("fixed_ips")) {
      refuseIf(
          used.stream().anyMatch(Routers.range(store, fixed)::contains),
          fault,
          fixed.path("subnet_id"),
          router.path("id"));
    }
  }

  private static Reply reply(ObjectNode router, ObjectNode port) {
    JsonNode subnet = port.at("/fixed_ips/0/subnet_id");
    ObjectNode shown = router.retain("id", "tenant_id");
    shown.set("port_id", port.path("id"));
    shown.set("network_id", port.path("network_id"));
    shown.set("subnet_id", subnet);
    shown.putArray("subnet_ids").add(subnet);
    return Reply.json(200, shown);
  }
}
