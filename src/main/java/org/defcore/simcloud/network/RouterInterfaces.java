package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.wire.Handler;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/** The calls by which a router gets an interface in a subnet, and loses it. */
final class RouterInterfaces {

  private final NetworkStore store;
  private final Defects defects;

  RouterInterfaces(NetworkStore store, Defects defects) {
    this.store = store;
    this.defects = defects;
  }

  List<Operation> operations() {
    return List.of(operation("add", this::add), operation("remove", this::remove));
  }

  private Operation operation(String verb, Handler work) {
    return Operation.of(
        "network.routers." + verb + "-interface",
        "PUT /v2.0/routers/{id}/" + verb + "_router_interface",
        store.alone(work));
  }

  private ObjectNode require(Incoming request, String plural, String id) {
    return store.shelf(plural).require(request.caller().project(), id);
  }

  private static JsonNode sent(Incoming request) throws IOException {
    JsonNode sent = request.json().orElseGet(Json::object);
    if (!sent.has("subnet_id") && !sent.has("port_id")) {
      throw Routers.bad("Either subnet_id or port_id must be specified.");
    }
    return sent;
  }

  private Reply add(Incoming request) throws IOException {
    ObjectNode router = require(request, "routers", request.part("id"));
    JsonNode sent = sent(request);
    if (sent.size() > 1) {
      throw Routers.bad("Cannot specify both subnet-id and port-id.");
    }
    ObjectNode port = sent.has("port_id") ? readyPort(request, sent) : newPort(request, sent);
    try {
      requireApart(router, port.path("fixed_ips"));
    } catch (Refusal refused) {
      if (defects.on(NetworkDefect.ROUTER_OVERLAPS_REFUSED)) {
        tie(router, port);
      }
      throw refused;
    }
    if (defects.on(NetworkDefect.ROUTER_MOVES)) {
      Routers.interfaces(store, router).forEach(it -> store.remove("ports", it));
    }
    return reply(router, tie(router, port));
  }

  private ObjectNode tie(ObjectNode router, ObjectNode port) {
    ObjectNode device = Json.object().put("device_owner", Routers.INTERFACE);
    device.set("device_id", router.path("id"));
    return port.has("id")
        ? store.change("ports", port.path("id").asText(), device)
        : store.add("ports", router.path("project_id").asText(), port.setAll(device));
  }

  private ObjectNode readyPort(Incoming request, JsonNode sent) {
    ObjectNode port = require(request, "ports", sent.path("port_id").asText());
    if (!port.path("device_id").asText().isEmpty()) {
      throw NetworkFaults.conflict(
          "PortInUse",
          ("Unable to complete operation on port %s for network %s. Port already has an attached"
                  + " device %s.")
              .formatted(
                  port.path("id").asText(),
                  port.path("network_id").asText(),
                  port.path("device_id").asText()));
    }
    if (port.path("fixed_ips").isEmpty()) {
      throw Routers.bad("Router port must have at least one fixed IP.");
    }
    return port;
  }

  private ObjectNode newPort(Incoming request, JsonNode sent) {
    ObjectNode subnet = require(request, "subnets", sent.path("subnet_id").asText());
    if (!subnet.path("gateway_ip").isTextual()) {
      throw Routers.bad("Subnet for router interface must have a gateway IP.");
    }
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
        for (JsonNode other : addresses) {
          requireApart(own, other);
        }
      }
    }
  }

  private void requireApart(JsonNode own, JsonNode other) {
    String subnet = own.path("subnet_id").asText();
    AddressRange range = Routers.range(store, own);
    AddressRange added = Routers.range(store, other);
    if (subnet.equals(other.path("subnet_id").asText())) {
      throw Routers.bad("Router already has a port on subnet " + subnet + ".");
    }
    if (range.overlaps(added) && !defects.on(NetworkDefect.ROUTER_OVERLAPS)) {
      throw Routers.bad(
          "Cidr %s of subnet %s overlaps with cidr %s of subnet %s."
              .formatted(added, other.path("subnet_id").asText(), range, subnet));
    }
  }

  private Reply remove(Incoming request) throws IOException {
    ObjectNode router = require(request, "routers", request.part("id"));
    JsonNode sent = sent(request);
    String subnet = sent.path("subnet_id").asText();
    if (!subnet.isEmpty()) {
      require(request, "subnets", subnet);
    }
    Predicate<JsonNode> there = it -> it.findValuesAsText("subnet_id").contains(subnet);
    ObjectNode port =
        Routers.interfaces(store, router).stream()
            .filter(sent.has("port_id") ? it -> it.path("id").equals(sent.path("port_id")) : there)
            .findFirst()
            .orElseThrow(() -> noInterface(router, sent));
    if (!subnet.isEmpty() && !there.test(port)) {
      throw NetworkFaults.badRequest(
          "SubnetMismatchForPort",
          "Subnet on port %s does not match the requested subnet %s."
              .formatted(port.path("id").asText(), subnet));
    }
    requireNoRoutes(router, port);
    store.shelf("ports").remove(port.path("id").asText());
    return reply(router, port);
  }

  private static Refusal noInterface(ObjectNode router, JsonNode sent) {
    String id = router.path("id").asText();
    return sent.has("port_id")
        ? NetworkFaults.notFound(
            "RouterInterfaceNotFound",
            "Router %s does not have an interface with id %s"
                .formatted(id, sent.path("port_id").asText()))
        : NetworkFaults.notFound(
            "RouterInterfaceNotFoundForSubnet",
            "Router %s has no interface on subnet %s"
                .formatted(id, sent.path("subnet_id").asText()));
  }

  private void requireNoRoutes(ObjectNode router, ObjectNode port) {
    List<Address> hops =
        router.path("routes").findValuesAsText("nexthop").stream().map(Address::of).toList();
    for (JsonNode fixed : port.path("fixed_ips")) {
      if (hops.stream().anyMatch(Routers.range(store, fixed)::contains)) {
        throw NetworkFaults.conflict(
            "RouterInterfaceInUseByRoute",
            ("Router interface for subnet %s on router %s cannot be deleted, as it is required by"
                    + " one or more routes.")
                .formatted(fixed.path("subnet_id").asText(), router.path("id").asText()));
      }
    }
  }

  private static Reply reply(ObjectNode router, ObjectNode port) {
    JsonNode subnet = port.at("/fixed_ips/0/subnet_id");
    return Reply.json(
        200,
        Json.form(
            """
            {"id": %s, "tenant_id": %s, "port_id": %s, "network_id": %s, "subnet_id": %s,
             "subnet_ids": [%s]}
            """,
            router.path("id"),
            router.path("tenant_id"),
            port.path("id"),
            port.path("network_id"),
            subnet,
            subnet));
  }
}
